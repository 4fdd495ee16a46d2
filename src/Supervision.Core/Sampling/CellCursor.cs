namespace Supervision.Sampling;

/// <summary>How far the rotation of a cell has come in its cycle. Immutable.</summary>
/// <param name="Cell">The cell, whole.</param>
/// <param name="Position">s: the next draw begins with the smallest (r − s) mod 2^64. 0 at the start of a cycle.</param>
/// <param name="Laps">How often the cursor has gone past its start; from 1 on, whoever is drawn may have been drawn before.</param>
public sealed record CellCursor(string Cell, ulong Position, int Laps = 0);
