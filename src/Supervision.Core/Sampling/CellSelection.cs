using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What was drawn from one cell; with the two tickets anybody can check one subject alone.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Ppm">Its ratio in parts per million.</param>
/// <param name="Eligible">N_c: eligible subjects, at least 1.</param>
/// <param name="Selected">n_c: subjects drawn, 0 to N_c.</param>
/// <param name="Last">The largest ticket that was drawn; null when n_c = 0.</param>
/// <param name="Next">The smallest ticket that was not drawn; null when n_c = N_c.</param>
public sealed record CellSelection(string Cell, int Ppm, int Eligible, int Selected, Digest? Last, Digest? Next);
