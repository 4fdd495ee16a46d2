namespace Supervision.Sampling;

/// <summary>Subjects of a tier that could be drawn.</summary>
/// <param name="Tier">Tier.</param>
/// <param name="Subjects">Number of subjects.</param>
/// <param name="WeightSum">Sum of their weights.</param>
public sealed record TierCount(string Tier, long Subjects, long WeightSum);
