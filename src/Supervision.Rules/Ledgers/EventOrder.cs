using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>Puts the events of a history into the one order in which they are folded.</summary>
internal static class EventOrder
{
    /// <summary>Events up to the end of a day by (date, sequence number, id).</summary>
    /// <exception cref="ArgumentException">An event belongs to another subject, or an id occurs twice.</exception>
    public static IReadOnlyList<CreditEvent> Until(CreditHistory history, DateOnly asOf)
    {
        if (history.Events.Count == 0)
        {
            return history.Events;
        }

        var events = new List<CreditEvent>(history.Events.Count);
        foreach (var one in history.Events)
        {
            if (!string.Equals(one.SubjectId, history.SubjectId, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"Event {one.Id} belongs to {one.SubjectId}, not to {history.SubjectId}.", nameof(history));
            }

            if (one.OccurredOn <= asOf)
            {
                events.Add(one);
            }
        }

        events.Sort(Compare);
        for (var at = 1; at < events.Count; at++)
        {
            if (Compare(events[at - 1], events[at]) == 0)
            {
                throw new ArgumentException($"Event {events[at].Id} is there twice.", nameof(history));
            }
        }

        return events;
    }

    private static int Compare(CreditEvent left, CreditEvent right)
    {
        var day = left.OccurredOn.CompareTo(right.OccurredOn);
        var order = day != 0 ? day : left.Sequence.CompareTo(right.Sequence);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }
}
