using System.Runtime.CompilerServices;

namespace Supervision.Hashing;

/// <summary>One level of a Merkle tree above another, eight or sixteen nodes at a time.</summary>
internal static class MerkleLevel
{
    // A node hashes 1 + 32 + 32 bytes: a full block and a block with one byte, the padding and the length in bits.
    private const uint NodeBits = 8 * (1 + (2 * Digest.Size));

    /// <summary>
    /// The parents of a level, (n + 1) / 2 of them; a node without a sibling moves up as it is. <paramref name="parents"/> may
    /// be the start of <paramref name="level"/>.
    /// </summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="level">The nodes below.</param>
    /// <param name="parents">Takes the nodes above.</param>
    /// <param name="lanes">False for one node after the other: the same results without vectors.</param>
    public static void Parents(HashKind kind, ReadOnlySpan<Digest> level, Span<Digest> parents, bool lanes)
    {
        var pairs = level.Length / 2;
        var at = 0;
        if (lanes)
        {
            Span<uint> state = stackalloc uint[Lanes.StateWords * Lanes.MaxCount];
            Span<uint> block = stackalloc uint[Lanes.BlockWords * Lanes.MaxCount];
            state = state[..(Lanes.StateWords * Lanes.Count)];
            block = block[..(Lanes.BlockWords * Lanes.Count)];
            for (; pairs - at > 1; at += Math.Min(Lanes.Count, pairs - at))
            {
                // Parents are written when all their children were read.
                var count = Math.Min(Lanes.Count, pairs - at);
                Compress(kind, level.Slice(2 * at, 2 * count), state, block);
                Lanes.Digests(state, parents.Slice(at, count));
            }
        }

        for (; at < pairs; at++)
        {
            parents[at] = MerkleTree.NodeHash(kind, level[2 * at], level[(2 * at) + 1]);
        }

        if (level.Length % 2 == 1)
        {
            parents[pairs] = level[^1];
        }
    }

    private static void Compress(HashKind kind, ReadOnlySpan<Digest> children, Span<uint> state, Span<uint> words)
    {
        Span<uint> lastWords = stackalloc uint[Lanes.MaxCount];
        lastWords.Clear();
        for (var lane = 0; lane < children.Length / 2; lane++)
        {
            // 0x01 ‖ left ‖ right: all one byte off.
            var (a, b, c, d) = children[2 * lane];
            var (e, f, g, h) = children[(2 * lane) + 1];
            Put(words, lane, (1UL << 56) | (a >> 8));
            Put(words, (2 * Lanes.Count) + lane, (a << 56) | (b >> 8));
            Put(words, (4 * Lanes.Count) + lane, (b << 56) | (c >> 8));
            Put(words, (6 * Lanes.Count) + lane, (c << 56) | (d >> 8));
            Put(words, (8 * Lanes.Count) + lane, (d << 56) | (e >> 8));
            Put(words, (10 * Lanes.Count) + lane, (e << 56) | (f >> 8));
            Put(words, (12 * Lanes.Count) + lane, (f << 56) | (g >> 8));
            Put(words, (14 * Lanes.Count) + lane, (g << 56) | (h >> 8));
            lastWords[lane] = ((uint)(h & 0xff) << 24) | 0x0080_0000;
        }

        Lanes.Start(kind, state);
        Lanes.Compress(kind, state, words);
        words.Clear();
        lastWords[..Lanes.Count].CopyTo(words);
        Lanes.Broadcast(NodeBits, words, Lanes.BlockWords - 1);
        Lanes.Compress(kind, state, words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<uint> words, int at, ulong pair)
    {
        words[at] = (uint)(pair >> 32);
        words[at + Lanes.Count] = unchecked((uint)pair);
    }
}
