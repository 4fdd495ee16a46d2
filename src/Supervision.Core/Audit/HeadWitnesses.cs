using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>Heads that were kept outside of the operator's reach: the journal must still pass through each of them.</summary>
internal sealed class HeadWitnesses(IReadOnlyCollection<JournalHead> witnessed)
{
    private readonly HashSet<long> _sizes = [.. witnessed.Select(head => head.Size)];

    /// <summary>SUP9106 when the tree has the size of a witnessed head, but not its root.</summary>
    public Refusal? Contradiction(MerkleFrontier tree)
    {
        if (!_sizes.Contains(tree.Count))
        {
            return null;
        }

        var now = JournalHead.Of(tree);
        return witnessed.FirstOrDefault(head => head.Size == now.Size && head != now) is { } other
            ? Disagree(other, now)
            : null;
    }

    /// <summary>SUP9106 when a longer journal was witnessed than this one.</summary>
    public Refusal? Beyond(JournalHead now) =>
        witnessed.MaxBy(head => head.Size) is { } longest && longest.Size > now.Size ? Disagree(longest, now) : null;

    private static Refusal Disagree(JournalHead witnessed, JournalHead now) => Refusal.Of(
        "SUP9106", Invariant.Text(witnessed.Size), witnessed.Root.ToString(), Invariant.Text(now.Size), now.Root.ToString());
}
