using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>Recomputes a journal from its entries and compares it with the head that was kept.</summary>
public static class JournalAudit
{
    /// <summary>
    /// The verified head, or SUP9101 (an entry is missing or out of place), SUP9102 (an entry was altered) or
    /// SUP9103 (entries and head disagree), naming the first bad index.
    /// </summary>
    public static Task<Outcome<JournalHead>> VerifyAsync(IJournalReader journal, CancellationToken cancellationToken) =>
        VerifyAsync(journal, [], cancellationToken);

    /// <summary>As the other form; also SUP9106: a head that was witnessed earlier is not that of this journal.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="witnessed">Heads that somebody kept outside of the operator's reach.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Outcome<JournalHead>> VerifyAsync(
        IJournalReader journal, IReadOnlyCollection<JournalHead> witnessed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var witnesses = new HeadWitnesses(witnessed);
        var hash = (await journal.HeadAsync(cancellationToken).ConfigureAwait(false)).Hash;
        var tree = new MerkleFrontier(hash);
        await foreach (var entry in journal.ReadAsync(0, cancellationToken).ConfigureAwait(false))
        {
            var index = Invariant.Text(tree.Count);
            if (entry.Index != tree.Count)
            {
                return Refusal.Of("SUP9101", index, Invariant.Text(entry.Index));
            }

            if (!entry.IsIntact(hash))
            {
                return Refusal.Of("SUP9102", index, entry.Record.Type, entry.Record.Key);
            }

            if (witnesses.Contradiction(tree) is { } early)
            {
                return early;
            }

            tree.Append(entry.LeafHash);
        }

        var kept = await journal.HeadAsync(cancellationToken).ConfigureAwait(false);
        var computed = JournalHead.Of(tree);
        if ((witnesses.Contradiction(tree) ?? witnesses.Beyond(computed)) is { } refusal)
        {
            return refusal;
        }

        return kept == computed
            ? computed
            : Refusal.Of(
                "SUP9103",
                Invariant.Text(kept.Size), kept.Root.ToString(),
                Invariant.Text(computed.Size), computed.Root.ToString());
    }
}
