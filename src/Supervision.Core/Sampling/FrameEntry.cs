using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>One record with its place in the frame: what a subject can be shown about itself. Immutable.</summary>
/// <param name="Record">The record.</param>
/// <param name="Salt">The salt of its leaf, 16 bytes; empty when leaves are plain.</param>
/// <param name="Proof">The path from its leaf to the root.</param>
public sealed record FrameEntry(FrameRecord Record, byte[] Salt, FrameProof Proof)
{
    /// <summary>The entry of the record at a position. As much work as the root.</summary>
    public static FrameEntry Of(Frame frame, HashKind kind, int index)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new FrameEntry(frame.RecordAt(index), frame.SaltAt(kind, index), frame.Prove(kind, index));
    }

    /// <summary>Whether record and salt give the leaf, and the path leads from there to the announced root and number of rows.</summary>
    public bool IsIn(AnnouncementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Salt.Length == (terms.IsSalted ? FrameSalts.Size : 0)
            && Proof.Count == terms.FrameCount
            && Proof.Index >= 0
            && Proof.Index < Proof.Count
            && FrameLeaf.Hash(terms.HashKind, Record, Salt) == Proof.Leaf
            && Proof.Verify(terms.HashKind, terms.FrameRoot);
    }
}
