using Supervision.Rules.Facts;

namespace Supervision.Rules.Counterfactuals;

/// <summary>A change and what it does to a history. Immutable.</summary>
/// <param name="Change">The change as it is told.</param>
/// <param name="Alike">Sets of candidates whose texts sort into the same list do the same thing, so only one of them is tried.</param>
/// <param name="Event">For a repair, the event that it adds.</param>
/// <param name="Removed">For a withdrawal, the event that it removes or shortens.</param>
/// <param name="List">For a withdrawal, the list field of the event from which an item falls away; null for the whole event.</param>
/// <param name="Item">Place of the item in that list.</param>
internal sealed record Candidate(
    Change Change, string Alike, PolicyEvent? Event = null, string? Removed = null, string? List = null, int Item = 0)
{
    /// <summary>The history with all of these changes.</summary>
    public static SubjectHistory Apply(SubjectHistory history, IReadOnlyList<Candidate> changes)
    {
        var events = new List<PolicyEvent>(history.Events.Count + changes.Count);
        foreach (var happened in history.Events)
        {
            var gone = changes.Where(change => string.Equals(change.Removed, happened.Id, StringComparison.Ordinal)).ToList();
            if (gone.Count == 0)
            {
                events.Add(happened);
            }
            else if (gone.TrueForAll(change => change.List is not null))
            {
                events.Add(happened with { Fields = Without(happened.Fields, gone) });
            }
        }

        foreach (var (at, change) in changes.Where(change => change.Event is not null).Index())
        {
            // After everything else of its day, in the order of the set.
            events.Add(change.Event! with { Id = $"{change.Event.Id} {Packs.Invariant.Text(at + 1)}", Sequence = long.MaxValue - changes.Count + at });
        }

        return history with { Events = events };
    }

    private static Fact Without(Fact fields, List<Candidate> gone) => Fact.Record(fields.Fields.Select(field => (
        field.Key,
        gone.Exists(change => string.Equals(change.List, field.Key, StringComparison.Ordinal))
            ? Fact.List([.. field.Value.Items.Where((_, at) => !gone.Exists(change => change.Item == at && string.Equals(change.List, field.Key, StringComparison.Ordinal)))])
            : field.Value)));
}
