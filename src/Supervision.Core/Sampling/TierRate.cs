namespace Supervision.Sampling;

/// <summary>The ratio of one tier: the first part of a cell.</summary>
/// <param name="Tier">Such as "A".</param>
/// <param name="Ppm">Ratio in parts per million, 0 to 1,000,000.</param>
public sealed record TierRate(string Tier, int Ppm);
