namespace Supervision.Sampling;

/// <summary>How many subjects that can be drawn have a weight.</summary>
/// <param name="Weight">The weight, 1 to 2^31 − 1.</param>
/// <param name="Eligible">Subjects with status 0 and this weight, at least 1.</param>
public sealed record WeightCount(long Weight, long Eligible);
