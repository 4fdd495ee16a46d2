using Supervision.Sampling;

namespace Supervision.Storage.Mapping.Sampling;

internal sealed record RateJson(string Tier, int Ppm)
{
    public static RateJson Of(TierRate rate) => new(rate.Tier, rate.Ppm);

    public TierRate ToRate() => new(Tier, Ppm);
}
