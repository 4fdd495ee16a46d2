using Supervision.Sampling;

namespace Supervision.Storage.Mapping.Sampling;

internal sealed record RateJson(string Tier, int Ppm, int? RestDays = null)
{
    public static RateJson Of(TierRate rate) => new(rate.Tier, rate.Ppm, rate.RestDays);

    public TierRate ToRate() => new(Tier, Ppm) { RestDays = RestDays };
}
