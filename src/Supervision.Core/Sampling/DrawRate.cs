namespace Supervision.Sampling;

/// <summary>A published ratio: which share of the eligible subjects of a cell is drawn. Immutable.</summary>
/// <param name="Ppm">Parts per million, 0 to 1,000,000. A legal ratio that is no whole ppm is rounded down.</param>
/// <param name="Target">A whole cell, or the part of a cell before its first <c>|</c>.</param>
/// <legal source="国发〔2019〕5号" />
public sealed record DrawRate(int Ppm, string Target)
{
    /// <summary>Parts per million in the whole: 1,000,000.</summary>
    public const int Whole = 1_000_000;
}
