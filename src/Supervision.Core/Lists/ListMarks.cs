using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Sampling;

namespace Supervision.Lists;

/// <summary>
/// What lists do to the frames of draws 差异化监管: key supervision and the lists of the untrustworthy raise a subject's tier, the leave-in-peace
/// list takes it out, and gives way to any of the others.
/// </summary>
internal sealed class ListMarks(IMatterStore store, MatterClocks clocks, ListPolicy policy) : IFrameMarks
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, FrameMark>> OnAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var rules = policy.FrameOn(date);
        var marks = new Dictionary<string, FrameMark>(StringComparer.Ordinal);
        var categories = rules.Keys.Select(kind => kind.ToString()).ToList();
        await foreach (var matter in store.StreamListEntriesAsync(categories, cancellationToken).ConfigureAwait(false))
        {
            var entry = ListEntry.Of(matter, clocks);
            var (tier, waives, basis) = rules[entry.Kind];
            if (entry.HoldsOn(date) && IsStronger(tier, marks.GetValueOrDefault(entry.SubjectId)))
            {
                marks[entry.SubjectId] = new FrameMark(tier, waives, WhyOf(entry, tier, basis));
            }
        }

        return marks;
    }

    private static bool IsStronger(string? tier, FrameMark? other) =>
        other is null || (tier is not null && (other.Tier is null || string.CompareOrdinal(tier, other.Tier) > 0));

    private static Explanation WhyOf(ListEntry entry, string? tier, LegalBasis basis) => Explanation.Of(
        tier is null ? Message.Of("frame.mark.peace", entry.Id, Invariant.Text(entry.From)) : Message.Of("frame.mark.tier", entry.Id, Invariant.Text(entry.From), tier),
        Explanation.Of(Message.Of($"list.{entry.Kind}")).On(entry.Basis)).On(basis);
}
