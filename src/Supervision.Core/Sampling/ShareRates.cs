namespace Supervision.Sampling;

/// <summary>Spreads a wanted share of all subjects over the tiers in proportion to weight.</summary>
public static class ShareRates
{
    /// <summary>
    /// The ratio of each tier so that about <paramref name="sharePpm"/> of all subjects are drawn, ratios being
    /// proportional to mean weights. A tier whose ratio would pass 100 % is drawn whole and the rest is spread again.
    /// Ratios are rounded down to whole ppm.
    /// </summary>
    /// <param name="sharePpm">Wanted share, 0 to 1,000,000 ppm.</param>
    /// <param name="tiers">Subjects by tier.</param>
    public static IReadOnlyList<TierRate> From(int sharePpm, IReadOnlyList<TierCount> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        ArgumentOutOfRangeException.ThrowIfNegative(sharePpm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sharePpm, DrawRate.Whole);
        Int128 wanted = (Int128)sharePpm * tiers.Sum(tier => tier.Subjects);
        var open = tiers.Where(tier => tier.Subjects > 0).ToList();
        var rates = new SortedDictionary<string, int>(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            Int128 weight = open.Sum(tier => tier.WeightSum);
            var full = open.Where(tier => wanted * tier.WeightSum / weight / tier.Subjects >= DrawRate.Whole).ToList();
            foreach (var tier in full)
            {
                rates[tier.Tier] = DrawRate.Whole;
                wanted -= (Int128)DrawRate.Whole * tier.Subjects;
                open.Remove(tier);
            }

            if (full.Count == 0)
            {
                open.ForEach(tier => rates[tier.Tier] = (int)(wanted * tier.WeightSum / weight / tier.Subjects));
                break;
            }
        }

        return [.. rates.Select(rate => new TierRate(rate.Key, rate.Value))];
    }
}
