using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>Proof that one record stands at one place of a frame, without the rest of the frame. Immutable.</summary>
/// <param name="Index">0-based position by id bytes.</param>
/// <param name="Count">Number of records in the frame.</param>
/// <param name="Leaf">Leaf hash of the record.</param>
/// <param name="Path">Audit path from the leaf's sibling up to the child of the root.</param>
public sealed record FrameProof(int Index, int Count, Digest Leaf, IReadOnlyList<Digest> Path)
{
    /// <summary>Whether the proof leads to <paramref name="root"/>. The caller compares Count with the announcement.</summary>
    public bool Verify(HashKind kind, Digest root) =>
        MerkleTree.VerifyInclusion(kind, Leaf, Index, Count, [.. Path], root);
}
