namespace Supervision.Sampling;

/// <summary>The ratio of one tier: the first part of a cell.</summary>
/// <param name="Tier">Such as "A".</param>
/// <param name="Ppm">Ratio in parts per million, 0 to 1,000,000.</param>
public sealed record TierRate(string Tier, int Ppm)
{
    /// <summary>Days since its last inspection during which a subject of this tier is left out: how often a class is visited at most; null for the plan's own number.</summary>
    public int? RestDays { get; init; }
}
