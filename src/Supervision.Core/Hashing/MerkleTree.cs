namespace Supervision.Hashing;

/// <summary>
/// Merkle tree of RFC 6962 and RFC 9162 section 2.1: leaves are hashed after 0x00, nodes after 0x01, a tree splits at
/// the largest power of two below its size, and the empty tree is the hash of no bytes. Pure and thread-safe.
/// </summary>
public static class MerkleTree
{
    /// <summary>H(0x00 ‖ <paramref name="data"/>).</summary>
    public static Digest LeafHash(HashKind kind, ReadOnlySpan<byte> data)
    {
        Span<byte> message = data.Length < 512 ? stackalloc byte[data.Length + 1] : new byte[data.Length + 1];
        message[0] = 0;
        data.CopyTo(message[1..]);
        return Hash.Of(kind, message);
    }

    /// <summary>H(0x01 ‖ <paramref name="left"/> ‖ <paramref name="right"/>).</summary>
    public static Digest NodeHash(HashKind kind, Digest left, Digest right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * Digest.Size)];
        message[0] = 1;
        left.CopyTo(message[1..]);
        right.CopyTo(message[(1 + Digest.Size)..]);
        return Hash.Of(kind, message);
    }

    /// <summary>The root over leaf hashes in order. Linear in time, half a copy of the leaves in space.</summary>
    public static Digest Root(HashKind kind, ReadOnlySpan<Digest> leafHashes) => leafHashes.Length switch
    {
        0 => Hash.Of(kind, []),
        1 => leafHashes[0],
        _ => RootOfLevel(kind, Parents(kind, leafHashes)),
    };

    /// <summary>The audit path of a leaf, from the leaf's sibling up to the child of the root. Linear in time.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> names no leaf.</exception>
    public static Digest[] InclusionPath(HashKind kind, ReadOnlySpan<Digest> leafHashes, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leafHashes.Length);
        var path = new List<Digest>();
        for (var level = leafHashes; level.Length > 1; level = Parents(kind, level), index /= 2)
        {
            // The last node of an odd level has no sibling: it moves up as it is.
            var sibling = index ^ 1;
            if (sibling < level.Length)
            {
                path.Add(level[sibling]);
            }
        }

        return [.. path];
    }

    /// <summary>
    /// Whether a leaf stands at <paramref name="index"/> of the tree of <paramref name="size"/> leaves that has this
    /// root (RFC 9162 section 2.1.3.2). False, never an exception, for an index out of range or a path of wrong length.
    /// </summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="leafHash">The leaf hash, <see cref="LeafHash"/> of the leaf's bytes.</param>
    /// <param name="index">0-based position of the leaf.</param>
    /// <param name="size">Number of leaves in the tree.</param>
    /// <param name="path">Siblings from the leaf up.</param>
    /// <param name="root">The root to reach.</param>
    public static bool VerifyInclusion(
        HashKind kind, Digest leafHash, long index, long size, ReadOnlySpan<Digest> path, Digest root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = NodeHash(kind, sibling, hash);
                for (; (node & 1) == 0 && node != 0; node >>= 1, last >>= 1)
                {
                    // Levels on which this node had no sibling.
                }
            }
            else
            {
                hash = NodeHash(kind, hash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }

    private static Digest[] Parents(HashKind kind, ReadOnlySpan<Digest> level)
    {
        var parents = new Digest[(level.Length + 1) / 2];
        MerkleLevel.Parents(kind, level, parents, Lanes.AreFast);
        return parents;
    }

    /// <summary>The root over nodes of one level, which is overwritten.</summary>
    internal static Digest RootOfLevel(HashKind kind, Span<Digest> level)
    {
        while (level.Length > 1)
        {
            var parents = level[..((level.Length + 1) / 2)];
            MerkleLevel.Parents(kind, level, parents, Lanes.AreFast);
            level = parents;
        }

        return level[0];
    }
}
