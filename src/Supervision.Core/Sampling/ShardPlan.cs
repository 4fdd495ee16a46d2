using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// What the shards of a <c>tier-srs</c> draw must know after they have counted: the key of the tickets and the size of every cell.
/// Immutable. Made by <see cref="ShardedDraw.Plan"/>.
/// </summary>
/// <param name="HashKind">The hash function.</param>
/// <param name="DrawKey">K_draw.</param>
/// <param name="Rho">ρ: the random start of the systematic rounding, 0 to 999,999.</param>
/// <param name="Cells">The cells with eligible subjects, by cell bytes.</param>
public sealed record ShardPlan(HashKind HashKind, Digest DrawKey, int Rho, IReadOnlyList<CellSize> Cells)
{
    /// <summary>Subjects drawn in all.</summary>
    public int Selected => Cells.Sum(cell => cell.Selected);
}
