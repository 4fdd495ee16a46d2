using System.Runtime.Intrinsics;

namespace Supervision.Hashing;

/// <summary>One level of a Merkle tree above another, eight nodes at a time.</summary>
internal static class MerkleLevel
{
    // A node hashes 1 + 32 + 32 bytes: a full block and a block with one byte, the padding and the length in bits.
    private const uint NodeBits = 8 * (1 + (2 * Digest.Size));
    private const int ULongs = Lanes.BlockSize / sizeof(ulong);

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
            Span<Vector256<uint>> state = stackalloc Vector256<uint>[Lanes.StateWords];
            Span<Vector256<uint>> block = stackalloc Vector256<uint>[Lanes.BlockWords];
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

    private static void Compress(
        HashKind kind, ReadOnlySpan<Digest> children, Span<Vector256<uint>> state, Span<Vector256<uint>> block)
    {
        var words = Lanes.Words(block)[..(Lanes.BlockWords * Lanes.Count)];
        Span<uint> lastBytes = stackalloc uint[Lanes.Count];
        Span<ulong> node = stackalloc ulong[ULongs];
        lastBytes.Clear();
        for (var lane = 0; lane < children.Length / 2; lane++)
        {
            lastBytes[lane] = Join(children[2 * lane], children[(2 * lane) + 1], node);
            for (var i = 0; i < node.Length; i++)
            {
                words[(2 * Lanes.Count * i) + lane] = (uint)(node[i] >> 32);
                words[(2 * Lanes.Count * i) + Lanes.Count + lane] = unchecked((uint)node[i]);
            }
        }

        Lanes.Start(kind, state);
        Lanes.Compress(kind, state, block);
        block.Clear();
        block[0] = Vector256.Create<uint>(lastBytes);
        block[^1] = Vector256.Create(NodeBits);
        Lanes.Compress(kind, state, block);
    }

    // 0x01 ‖ left ‖ right as integers, all one byte off; returns the first word of the second block.
    private static uint Join(Digest left, Digest right, Span<ulong> node)
    {
        var (a, b, c, d) = left;
        var (e, f, g, h) = right;
        node[0] = (1UL << 56) | (a >> 8);
        node[1] = (a << 56) | (b >> 8);
        node[2] = (b << 56) | (c >> 8);
        node[3] = (c << 56) | (d >> 8);
        node[4] = (d << 56) | (e >> 8);
        node[5] = (e << 56) | (f >> 8);
        node[6] = (f << 56) | (g >> 8);
        node[7] = (g << 56) | (h >> 8);
        return (uint)(h & 0xff) << 24 | 0x0080_0000;
    }
}
