using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>Why a subject stands where it stands: one tree over the evidence, the points, the grade and the class.</summary>
internal static class StandingExplanation
{
    public static Explanation Of(SubjectStanding standing, CreditHistory history, CreditDecision credit, RiskDecision risk) => Explanation.Of(
        Message.Of(
            "standing.explained", standing.SubjectId, Invariant.Text(standing.AsOf), standing.Grade.ToString(), standing.Class.ToString(),
            Invariant.Text(standing.Weight)),
        credit.Explanation, risk.Explanation, Evidence(history, standing.AsOf));

    /// <summary>The events that could be looked at on the day, and nothing later.</summary>
    private static Explanation Evidence(CreditHistory history, DateOnly asOf)
    {
        var events = history.Events.Where(one => one.OccurredOn <= asOf).OrderBy(one => one.OccurredOn).ThenBy(one => one.Sequence)
            .Select(One).ToArray();
        return Explanation.Of(Message.Of("credit.evidence", Invariant.Text(events.Length)), events);
    }

    private static Explanation One(CreditEvent one) => one.Kind switch
    {
        CreditEventKind.PointNoticeServed => Explanation.Of(
            Message.Of("credit.evidence.notice", one.Id, Invariant.Text(one.OccurredOn)),
            [.. one.Faults.Select(fault => Explanation.Of(Message.Of("credit.evidence.fault", fault.Code, Word(fault.Severity))))]),
        CreditEventKind.PointNoticeAnnulled => Explanation.Of(
            Message.Of("credit.evidence.annulled", one.Names ?? one.Id, Invariant.Text(one.OccurredOn))),
        CreditEventKind.RepairApproved => Explanation.Of(
            Message.Of("credit.evidence.repair", one.Id, Invariant.Text(one.OccurredOn), Invariant.Text(one.Points ?? 0))),
        _ => Explanation.Of(Message.Of("credit.evidence.breach", one.Id, Invariant.Text(one.OccurredOn))),
    };

    // The four words of the packs.
    private static string Word(OffenceSeverity severity) => severity switch
    {
        OffenceSeverity.Slight => "slight",
        OffenceSeverity.Ordinary => "ordinary",
        OffenceSeverity.Heavier => "heavier",
        _ => "serious",
    };
}
