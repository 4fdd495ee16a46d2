using System.Numerics;

namespace Supervision.Hashing;

/// <summary>
/// Proofs that a tree grew out of an earlier one without a change to it (RFC 9162 section 2.1.4). Pure and thread-safe.
/// </summary>
public static class MerkleConsistency
{
    /// <summary>The proof that the first <paramref name="oldSize"/> leaves are the earlier tree. Linear in time.</summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="leafHashes">All leaves of the later tree.</param>
    /// <param name="oldSize">Size of the earlier tree: 1 to the number of leaves.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such earlier tree.</exception>
    public static Digest[] Path(HashKind kind, ReadOnlySpan<Digest> leafHashes, int oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, leafHashes.Length);
        var path = new List<Digest>();
        Collect(kind, leafHashes, oldSize, isWholeOld: true, path);
        return [.. path];
    }

    /// <summary>
    /// Whether the tree of <paramref name="newSize"/> leaves and this root has the tree of <paramref name="oldSize"/> leaves as its
    /// beginning. False, never an exception, for sizes out of range or a path of wrong length. The
    /// empty tree has no proof but itself: that every tree began with it says nothing.
    /// </summary>
    public static bool Verify(
        HashKind kind, long oldSize, long newSize, ReadOnlySpan<Digest> path, Digest oldRoot, Digest newRoot)
    {
        if (oldSize < 0 || newSize < oldSize || (oldSize == 0 && newSize > 0))
        {
            return false;
        }

        if (oldSize == newSize)
        {
            return path.IsEmpty && oldRoot == newRoot && (newSize > 0 || newRoot == Hash.Of(kind, []));
        }

        // A complete earlier tree is its own first node and is left out of the path.
        var isComplete = BitOperations.IsPow2(oldSize);
        if (path.IsEmpty && !isComplete)
        {
            return false;
        }

        var (node, last) = (oldSize - 1, newSize - 1);
        for (; (node & 1) == 1; node >>= 1, last >>= 1)
        {
            // Up to the first node that has a right sibling or is the old root.
        }

        var oldHash = isComplete ? oldRoot : path[0];
        var newHash = oldHash;
        foreach (var sibling in isComplete ? path : path[1..])
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                oldHash = MerkleTree.NodeHash(kind, sibling, oldHash);
                newHash = MerkleTree.NodeHash(kind, sibling, newHash);
                for (; (node & 1) == 0 && node != 0; node >>= 1, last >>= 1)
                {
                    // Levels on which this node had no sibling.
                }
            }
            else
            {
                newHash = MerkleTree.NodeHash(kind, newHash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && oldHash == oldRoot && newHash == newRoot;
    }

    private static void Collect(
        HashKind kind, ReadOnlySpan<Digest> leaves, int oldSize, bool isWholeOld, List<Digest> path)
    {
        if (oldSize == leaves.Length)
        {
            if (!isWholeOld)
            {
                path.Add(MerkleTree.Root(kind, leaves));
            }

            return;
        }

        var split = (int)(BitOperations.RoundUpToPowerOf2((uint)leaves.Length) / 2);
        if (oldSize <= split)
        {
            Collect(kind, leaves[..split], oldSize, isWholeOld, path);
            path.Add(MerkleTree.Root(kind, leaves[split..]));
        }
        else
        {
            Collect(kind, leaves[split..], oldSize - split, isWholeOld: false, path);
            path.Add(MerkleTree.Root(kind, leaves[..split]));
        }
    }
}
