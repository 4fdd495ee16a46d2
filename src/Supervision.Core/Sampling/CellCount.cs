namespace Supervision.Sampling;

/// <summary>How many subjects of a cell can be drawn, in one shard or in all.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Eligible">Subjects with status 0 and a weight above 0, at least 1.</param>
public sealed record CellCount(string Cell, int Eligible);
