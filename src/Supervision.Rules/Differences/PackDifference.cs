namespace Supervision.Rules.Differences;

/// <summary>One thing that differs between two packs. Immutable.</summary>
/// <param name="Area">Which part of the pack.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Path">Where, by the names of the pack: <c>parameters.full[2027-01-01]</c>, <c>decisions.等级.table[row 2].综合分.active</c>.</param>
/// <param name="Before">The value in the first pack, or null.</param>
/// <param name="After">The value in the second pack, or null.</param>
/// <param name="LineBefore">Its line in the first pack, or 0.</param>
/// <param name="LineAfter">Its line in the second pack, or 0.</param>
public sealed record PackDifference(
    DifferenceArea Area, DifferenceKind Kind, string Path, string? Before, string? After, int LineBefore, int LineAfter);
