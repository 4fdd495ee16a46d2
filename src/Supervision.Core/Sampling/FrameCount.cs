namespace Supervision.Sampling;

/// <summary>How many subjects of a cell have a status. Published, so that a registry can be compared with a frame.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Status">Status as in <see cref="FrameStatus"/>.</param>
/// <param name="Count">Number of subjects, at least 1.</param>
public sealed record FrameCount(string Cell, byte Status, int Count);
