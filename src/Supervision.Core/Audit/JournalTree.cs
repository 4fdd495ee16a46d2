using System.Numerics;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>
/// The journal's Merkle tree as far as a proof needs it. Of every 8th height the complete subtrees are kept, so that a path takes a few
/// rows of 256 hashes, whatever the number of entries; what lies between two kept heights is computed.
/// </summary>
public static class JournalTree
{
    /// <summary>Heights that are kept lie so far apart.</summary>
    public const int Step = 8;

    private const int Row = 1 << Step;

    /// <summary>The heights of which a journal of this size keeps subtrees: 8, 16, … up to that of which there is one.</summary>
    public static IEnumerable<int> KeptHeights(long size)
    {
        for (var height = Step; size >> height > 0; height += Step)
        {
            yield return height;
        }
    }

    /// <summary>The path of an entry under a head (RFC 6962 section 2.1.1), or null when a hash that it needs is not kept.</summary>
    internal static async Task<Digest[]?> InclusionPathAsync(IJournalReader journal, JournalHead head, long index, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<(int, long), IReadOnlyList<Digest>>();
        var path = new List<Digest>();
        var (from, to) = (0L, head.Size);
        while (to - from > 1)
        {
            var split = from + (long)(BitOperations.RoundUpToPowerOf2((ulong)(to - from)) / 2);
            var isLeft = index < split;
            if (await RangeAsync(isLeft ? split : from, isLeft ? to : split).ConfigureAwait(false) is not { } beside)
            {
                return null;
            }

            path.Add(beside);
            (from, to) = isLeft ? (from, split) : (split, to);
        }

        path.Reverse();
        return [.. path];

        // The root over entries from one that the tree splits at: complete subtrees, the largest first.
        async Task<Digest?> RangeAsync(long start, long end)
        {
            var subtrees = new List<Digest>();
            while (start < end)
            {
                var height = BitOperations.Log2((ulong)(end - start));
                if (await SubtreeAsync(height, start >> height).ConfigureAwait(false) is not { } subtree)
                {
                    return null;
                }

                subtrees.Add(subtree);
                start += 1L << height;
            }

            return subtrees.AsEnumerable().Reverse().Aggregate((right, left) => MerkleTree.NodeHash(head.Hash, left, right));
        }

        async Task<Digest?> SubtreeAsync(int height, long place)
        {
            var (kept, above) = (height - (height % Step), height % Step);
            var first = place << above;
            if (!rows.TryGetValue((kept, first / Row), out var row))
            {
                row = await journal.NodesAsync(kept, first / Row * Row, Row, cancellationToken).ConfigureAwait(false);
                rows.Add((kept, first / Row), row);
            }

            var at = (int)(first % Row);
            return at + (1 << above) <= row.Count ? MerkleTree.Root(head.Hash, [.. row.Skip(at).Take(1 << above)]) : null;
        }
    }
}
