using Supervision.Sampling;

namespace Supervision.Risk;

/// <summary>Turns the ratio policy's answer into what a plan asks for.</summary>
public static class PlanRatios
{
    /// <summary>One ratio, and how often at most, for each credit-risk class, the class letter being the tier.</summary>
    public static IReadOnlyList<TierRate> ToTierRates(this DrawRatios ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        return [.. ratios.Classes.Select(ratio => new TierRate(ratio.Class.ToString(), ratio.Ppm) { RestDays = ratio.RestDays })];
    }
}
