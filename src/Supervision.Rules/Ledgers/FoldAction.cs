using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>What one event does on one day: most events act on their own day only. Immutable.</summary>
/// <param name="Day">The day.</param>
/// <param name="Event">The event.</param>
/// <param name="Parts">Lines, repairs and reversals in the order of the pack.</param>
internal sealed record FoldAction(DateOnly Day, PolicyEvent Event, IReadOnlyList<FoldPart> Parts)
{
    /// <summary>Whether this is the day of the event itself, on which timers and gathers see it.</summary>
    public bool IsOwnDay => Day == Event.On;

    /// <summary>The order in which actions are folded: day, then the event's date, sequence number and id.</summary>
    public int Against(FoldAction other)
    {
        var day = Day.CompareTo(other.Day);
        var on = day != 0 ? day : Event.On.CompareTo(other.Event.On);
        var order = on != 0 ? on : Event.Sequence.CompareTo(other.Event.Sequence);
        return order != 0 ? order : string.CompareOrdinal(Event.Id, other.Event.Id);
    }
}
