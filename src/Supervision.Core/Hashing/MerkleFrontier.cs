using System.Numerics;

namespace Supervision.Hashing;

/// <summary>
/// A growing Merkle tree of which only the right edge is kept: at most 63 digests, whatever the number of leaves.
/// Append and root take O(log n). Mutable and not thread-safe. The root equals <see cref="MerkleTree.Root"/>.
/// </summary>
public sealed class MerkleFrontier
{
    private readonly HashKind _kind;
    private readonly List<Digest> _nodes;

    /// <summary>An empty tree.</summary>
    public MerkleFrontier(HashKind kind)
        : this(kind, 0, [])
    {
    }

    /// <summary>A tree restored from an earlier <see cref="Count"/> and <see cref="Nodes"/>.</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="count"/> is negative, or <paramref name="nodes"/> does not have one digest for each set bit of it.
    /// </exception>
    public MerkleFrontier(HashKind kind, long count, IReadOnlyCollection<Digest> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (nodes.Count != BitOperations.PopCount((ulong)count))
        {
            throw new ArgumentException("A frontier has one node for each set bit of its count.", nameof(nodes));
        }

        _kind = kind;
        _nodes = [.. nodes];
        Count = count;
    }

    /// <summary>The hash function.</summary>
    public HashKind Kind => _kind;

    /// <summary>Number of leaves appended so far.</summary>
    public long Count { get; private set; }

    /// <summary>Roots of the complete subtrees, the largest first: one for each set bit of <see cref="Count"/>.</summary>
    public IReadOnlyList<Digest> Nodes => _nodes;

    /// <summary>Adds a leaf hash at the end.</summary>
    public void Append(Digest leafHash)
    {
        var node = leafHash;
        for (var merged = Count; (merged & 1) == 1; merged >>= 1)
        {
            node = MerkleTree.NodeHash(_kind, _nodes[^1], node);
            _nodes.RemoveAt(_nodes.Count - 1);
        }

        _nodes.Add(node);
        Count++;
    }

    /// <summary>
    /// The root of the 2^<paramref name="height"/> leaves that this leaf, appended next, would complete; null when it completes none of that height.
    /// </summary>
    public Digest? Completed(Digest leafHash, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 62);
        if (BitOperations.TrailingZeroCount(Count + 1) < height)
        {
            return null;
        }

        // The leaves before it fill each smaller subtree: these are the last nodes of the edge.
        var node = leafHash;
        for (var below = 1; below <= height; below++)
        {
            node = MerkleTree.NodeHash(_kind, _nodes[^below], node);
        }

        return node;
    }

    /// <summary>The root over all leaves; for no leaves the hash of no bytes.</summary>
    public Digest Root()
    {
        if (_nodes.Count == 0)
        {
            return Hash.Of(_kind, []);
        }

        var root = _nodes[^1];
        for (var i = _nodes.Count - 2; i >= 0; i--)
        {
            root = MerkleTree.NodeHash(_kind, _nodes[i], root);
        }

        return root;
    }
}
