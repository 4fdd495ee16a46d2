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

    /// <summary>The proof of one entry, over the entries as they stand. It reads all of them: a matter of seconds with millions.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="index">Place of the entry, from 0. SUP7310: there is none.</param>
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
        var leaves = new List<Digest>(checked((int)head.Size));
        await foreach (var entry in journal.ReadAsync(0, cancellationToken).ConfigureAwait(false))
        {
            // What is appended meanwhile is not under this head.
            if (leaves.Count == head.Size)
            {
                break;
            }

            leaves.Add(entry.LeafHash);
            found = entry.Index == index ? entry : found;
        }

        return found is null || leaves.Count < head.Size
            ? Refusal.Of("SUP9101", Invariant.Text(leaves.Count), Invariant.Text(head.Size))
            : new JournalProof(found, head, MerkleTree.InclusionPath(head.Hash, leaves.ToArray(), (int)index));
    }
}
