using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>An entry with what shows that it is in the journal: its path to the root (RFC 6962 section 2.1.1). Immutable.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Head">Size and root that the path leads to.</param>
/// <param name="Path">The hashes beside the path, from the leaf up.</param>
public sealed record JournalProof(JournalEntry Entry, JournalHead Head, IReadOnlyList<Digest> Path)
{
    /// <summary>Whether the record has this leaf hash, and the leaf lies under the root.</summary>
    public bool Holds => Entry.IsIntact(Head.Hash)
        && MerkleTree.VerifyInclusion(Head.Hash, Entry.LeafHash, Entry.Index, Head.Size, [.. Path], Head.Root);

    /// <summary>The proof of one entry under the head as it stands. It reads some rows of the tree, whatever the number of entries.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="index">Place of the entry, from 0. SUP7310: there is none. SUP9101: it was removed. SUP7600: a hash of the tree that the path needs is not kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Outcome<JournalProof>> OfAsync(IJournalReader journal, long index, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var head = await journal.HeadAsync(cancellationToken).ConfigureAwait(false);
        if (index < 0 || index >= head.Size)
        {
            return Refusal.Of("SUP7310", Invariant.Text(index), Invariant.Text(head.Size));
        }

        JournalEntry? found = null;
        await foreach (var entry in journal.ReadAsync(index, cancellationToken).ConfigureAwait(false))
        {
            found = entry;
            break;
        }

        if (found?.Index != index)
        {
            return Refusal.Of("SUP9101", Invariant.Text(index), found is null ? Invariant.Text(head.Size) : Invariant.Text(found.Index));
        }

        return await JournalTree.InclusionPathAsync(journal, head, index, cancellationToken).ConfigureAwait(false) is { } path
            ? new JournalProof(found, head, path)
            : Refusal.Of("SUP7600", Invariant.Text(index));
    }
}
