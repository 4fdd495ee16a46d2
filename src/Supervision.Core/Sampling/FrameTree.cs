using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The Merkle tree of a frame. Of its nodes only those that stand above 4,096 leaves are kept: leaves are hashed eight at a time
/// in runs of that many, so the tree needs no memory a subject. Immutable and thread-safe.
/// </summary>
internal sealed class FrameTree
{
    // A power of two, so that a run of leaves is a subtree of its own.
    private const int Run = 4096;

    private readonly Frame _frame;
    private readonly Digest[] _runs;

    /// <summary>Hashes a frame: two hashes a record.</summary>
    public FrameTree(Frame frame, HashKind kind)
    {
        (_frame, Kind) = (frame, kind);
        _runs = new Digest[(frame.Count + Run - 1) / Run];
        var batch = new MessageBatch(kind);
        var leaves = new Digest[Math.Min(Run, frame.Count)];
        for (var i = 0; i < _runs.Length; i++)
        {
            _runs[i] = MerkleTree.RootOfLevel(kind, Leaves(batch, i, leaves));
        }

        Root = MerkleTree.Root(kind, _runs);
    }

    /// <summary>The hash function.</summary>
    public HashKind Kind { get; }

    /// <summary>The root over all records.</summary>
    public Digest Root { get; }

    /// <summary>The siblings from a leaf up: within its run, then above the runs.</summary>
    public Digest[] Path(int index)
    {
        var leaves = Leaves(new MessageBatch(Kind), index / Run, new Digest[Math.Min(Run, _frame.Count)]);
        return
        [
            .. MerkleTree.InclusionPath(Kind, leaves, index % Run),
            .. MerkleTree.InclusionPath(Kind, _runs, index / Run),
        ];
    }

    private Span<Digest> Leaves(MessageBatch batch, int run, Span<Digest> leaves)
    {
        leaves = leaves[..Math.Min(Run, _frame.Count - (run * Run))];
        var taken = 0;
        for (var i = 0; i < leaves.Length; i++)
        {
            var index = (run * Run) + i;
            _frame.WriteLeaf(Kind, index, batch.Next(_frame.LeafLength(index)));
            taken += batch.IsFull ? batch.Take(leaves[taken..]) : 0;
        }

        batch.Take(leaves[taken..]);
        return leaves;
    }
}
