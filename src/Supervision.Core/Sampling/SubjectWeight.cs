namespace Supervision.Sampling;

/// <summary>What the draw needs to know of a subject's risk: the loop closes through this, not through a reference.</summary>
/// <param name="Tier">Risk tier, the first part of the cell, such as "A".</param>
/// <param name="Weight">Weight, 1 to 2^31 − 1.</param>
public readonly record struct SubjectWeight(string Tier, int Weight);
