using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>Recomputes a journal from its entries and compares it with the head that was kept.</summary>
public static class JournalAudit
{
    /// <summary>
    /// The verified head, or SUP9101 (an entry is missing or out of place), SUP9102 (an entry was altered) or
    /// SUP9103 (entries and head disagree), naming the first bad index; SUP7601: a kept hash of the tree is not that of its entries, so that proofs fail.
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
        var nodes = new SortedDictionary<int, List<Digest>>();
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

            for (var height = JournalTree.Step; tree.Completed(entry.LeafHash, height) is { } node; height += JournalTree.Step)
            {
                (nodes.TryGetValue(height, out var level) ? level : nodes[height] = []).Add(node);
            }

            tree.Append(entry.LeafHash);
        }

        var kept = await journal.HeadAsync(cancellationToken).ConfigureAwait(false);
        var computed = JournalHead.Of(tree);
        if ((witnesses.Contradiction(tree) ?? witnesses.Beyond(computed)) is { } refusal)
        {
            return refusal;
        }

        if (kept != computed)
        {
            return Refusal.Of(
                "SUP9103",
                Invariant.Text(kept.Size), kept.Root.ToString(),
                Invariant.Text(computed.Size), computed.Root.ToString());
        }

        foreach (var (height, level) in nodes)
        {
            if (await WrongNodeAsync(journal, height, level, cancellationToken).ConfigureAwait(false) is { } place)
            {
                return Refusal.Of("SUP7601", Invariant.Text(place << height), Invariant.Text(((place + 1) << height) - 1));
            }
        }

        return computed;
    }

    // The first subtree whose kept root is missing or not that of its entries.
    private static async Task<long?> WrongNodeAsync(IJournalReader journal, int height, List<Digest> computed, CancellationToken cancellationToken)
    {
        const int Row = 1 << JournalTree.Step;
        for (var first = 0; first < computed.Count; first += Row)
        {
            var count = Math.Min(Row, computed.Count - first);
            var kept = await journal.NodesAsync(height, first, count, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < count; i++)
            {
                if (i >= kept.Count || kept[i] != computed[first + i])
                {
                    return first + i;
                }
            }
        }

        return null;
    }
}
