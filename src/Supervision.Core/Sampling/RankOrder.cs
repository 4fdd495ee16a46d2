namespace Supervision.Sampling;

/// <summary>
/// Sorts subjects by exact keys, and computes those only where it must: a 64-bit rank that rises with the key sorts nearly
/// everybody, exact keys settle the rest. The result is that of the exact keys alone.
/// </summary>
internal static class RankOrder
{
    /// <summary>Sorts both lists in place.</summary>
    /// <param name="ranks">Where the ranks of two subjects differ by more than the slack, so do their keys, the same way.</param>
    /// <param name="positions">The subjects.</param>
    /// <param name="slack">0 when a smaller rank always is a smaller key.</param>
    /// <param name="rankBits">Bits of a rank to use, 0 to 64: fewer force ties, and must not change the order.</param>
    /// <param name="exact">The key, with everything that settles a tie.</param>
    public static void Sort<TKey>(Span<ulong> ranks, Span<int> positions, ulong slack, int rankBits, Func<int, TKey> exact)
        where TKey : IComparable<TKey>
    {
        if (rankBits < 64)
        {
            slack = rankBits == 0 || slack == 0 ? 0 : (slack >> (64 - rankBits)) + 2;
            foreach (ref var rank in ranks)
            {
                rank = rankBits == 0 ? 0 : rank >> (64 - rankBits);
            }
        }

        ranks.Sort(positions);
        for (var start = 0; start < positions.Length;)
        {
            var end = start + 1;
            while (end < positions.Length && ranks[end] - ranks[end - 1] <= slack)
            {
                end++;
            }

            if (end - start > 1)
            {
                var near = positions[start..end];
                var keys = new TKey[near.Length];
                for (var i = 0; i < near.Length; i++)
                {
                    keys[i] = exact(near[i]);
                }

                keys.AsSpan().Sort(near);
            }

            start = end;
        }
    }
}
