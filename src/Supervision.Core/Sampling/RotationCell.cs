namespace Supervision.Sampling;

/// <summary>What the rotation drew from one cell.</summary>
internal sealed record RotationCell(string Cell, int? Ppm, int Eligible, int Selected, CellCursor Cursor, CellCursor Next);
