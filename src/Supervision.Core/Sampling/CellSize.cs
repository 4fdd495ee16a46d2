namespace Supervision.Sampling;

/// <summary>How many subjects are drawn from a cell, over all shards.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Ppm">Its ratio in parts per million.</param>
/// <param name="Eligible">N_c over all shards.</param>
/// <param name="Selected">n_c: subjects to be drawn.</param>
public sealed record CellSize(string Cell, int Ppm, int Eligible, int Selected);
