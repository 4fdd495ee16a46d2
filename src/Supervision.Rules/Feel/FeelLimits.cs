namespace Supervision.Rules.Feel;

/// <summary>
/// What an expression may cost. Each limit counts things, never time, so that an expression that passes here passes everywhere.
/// Immutable.
/// </summary>
public sealed record FeelLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static FeelLimits Default { get; } = new();

    /// <summary>Most characters of one expression; default 20,000.</summary>
    public int TextLength { get; init; } = 20_000;

    /// <summary>Most brackets, calls and operators inside each other; default 100, at most 200.</summary>
    public int Nesting { get; init; } = 100;

    /// <summary>
    /// Most steps of one evaluation: items visited or made, characters of text made, functions called; default 1,000,000.
    /// </summary>
    public int Steps { get; init; } = 1_000_000;

    /// <summary>Most nodes of the expression tree in progress at once, calls included; default 1,500, at most 2,000.</summary>
    public int Depth { get; init; } = 1_500;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(TextLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Nesting);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Nesting, 200);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Steps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Depth, 2_000);
    }
}
