using Supervision.Credit;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Credit;

/// <summary>The credit events of Core as the built-in events of a pack.</summary>
internal static class CreditHistories
{
    private static readonly Fact s_nothing = Fact.Record();

    /// <exception cref="ArgumentException">An event belongs to another subject, or is a repair without points.</exception>
    public static SubjectHistory Of(CreditHistory history)
    {
        history = history.CountedOn(DateOnly.MaxValue);
        var events = new PolicyEvent[history.Events.Count];
        for (var at = 0; at < events.Length; at++)
        {
            var one = history.Events[at];
            if (!string.Equals(one.SubjectId, history.SubjectId, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Event {one.Id} belongs to {one.SubjectId}, not to {history.SubjectId}.", nameof(history));
            }

            events[at] = new PolicyEvent(one.Id, one.Kind.ToString(), one.OccurredOn, one.Sequence, Fields(one));
        }

        return new SubjectHistory(history.SubjectId, events);
    }

    private static Fact Fields(CreditEvent one) => one.Kind switch
    {
        CreditEventKind.PointNoticeServed => Fact.Record(("faults", Fact.List([.. one.Faults.Select(fault => Fact.Record(
            ("code", Fact.Of(fault.Code)), ("severity", Fact.Of(EventTypes.Severities[(int)fault.Severity - 1]))))]))),
        CreditEventKind.RepairApproved => Fact.Record(("points", Fact.Of(one.Points is >= 0 and { } points
            ? points
            : throw new ArgumentException($"Event {one.Id}: a repair has 0 points or more.")))),
        _ => s_nothing,
    };
}
