using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Cases;

/// <summary>Conditions on notice, plea, hearing and the kinds of ending a case.</summary>
internal static class NoticeGuards
{
    /// <summary>行政处罚法 art. 58: any one of these asks for a legal review.</summary>
    internal const CaseMarks AsksForReview = CaseMarks.PublicInterest | CaseMarks.Complex | CaseMarks.StatutoryReview;

    public static Guard<CaseFacts> NoReviewNeeded => new("no legal review is needed", facts =>
        ((facts.Entry.Marks | (facts.Case.Report?.Marks ?? CaseMarks.None)) & AsksForReview) == CaseMarks.None
            ? null : Refusal.Of("SUP2325", facts.Case.Id).On(CaseBasis.Penalty("第五十八条")));

    public static Guard<CaseFacts> NotAboveReview => new("not heavier than what was reviewed", facts =>
        facts.Entry.Sanction is { } intended && intended.IsHeavierThan(facts.Case.Report!.Sanction)
            ? HeavierThan(facts.Case, facts.Case.Report.Sanction).On(CaseBasis.Penalty("第五十八条")) : null);

    public static Guard<CaseFacts> NoticeComplete => new("content, facts, reasons, basis and rights told", facts =>
        facts.Entry.Sanction is not { } sanction || string.IsNullOrWhiteSpace(facts.Entry.Text) || !facts.Entry.Has(CaseMarks.RightsTold)
            ? Refusal.Of("SUP2328", facts.Case.Id) : sanction.Check());

    public static Guard<CaseFacts> HearingRightTold => new("right to a hearing told where there is one", facts =>
        facts.Law.IsHeavy(facts.Entry.Sanction!, facts.Party, facts.Entry.On) && !facts.Entry.Has(CaseMarks.HearingRightTold)
            ? Refusal.Of("SUP2329", facts.Case.Id).On(CaseBasis.Penalty("第六十三条")) : null);

    public static Guard<CaseFacts> NotAboveCeiling => new("not heavier than an earlier notice, unless new facts were found", facts =>
        facts.Case.Ceiling is { } ceiling && facts.Entry.Sanction!.IsHeavierThan(ceiling)
            ? HeavierThan(facts.Case, ceiling).On(CaseBasis.Penalty("第四十五条")) : null);

    public static Guard<CaseFacts> PleaOpen => new("a plea waits for its answer", facts =>
        facts.Case.Pleas.Any(plea => plea.AnsweredOn is null) ? null : Refusal.Of("SUP2343", facts.Case.Id, "0"));

    public static Guard<CaseFacts> SignedByTheParty => new("signed by the party", facts =>
        facts.Entry.Has(CaseMarks.PartySigned) ? null : Refusal.Of("SUP2370", facts.Case.Id));

    public static Guard<CaseFacts> HearingRight => new("the sanction gives a right to a hearing, not waived", facts =>
        facts.Law.IsHeavy(facts.Case.Notice!.Sanction, facts.Party, facts.Case.Notice.ServedOn) && !facts.Case.RightsWaived
            ? null : Refusal.Of("SUP2336", facts.Case.Id).On(CaseBasis.Penalty("第六十三条")));

    public static Guard<CaseFacts> HearingRequestInTime => new("asked for in time", facts =>
    {
        var period = facts.Law.Procedure.Period("hearing.request", facts.Case.Notice!.ServedOn);
        var due = facts.Law.Clock.Due(period, facts.Case.Notice.ServedOn).Due;
        return facts.Entry.On <= due ? null
            : Refusal.Of("SUP2337", facts.Case.Id, Invariant.Text(due)).On(period.Basis);
    });

    public static Guard<CaseFacts> HearingNotified => new("notified seven working days before", facts =>
    {
        var due = facts.Entry.Planned is { } planned && planned > facts.Entry.On
            ? CaseClocks.HearingNotice(facts.Law, planned, facts.Entry.On) : DateOnly.MinValue;
        return facts.Entry.On <= due ? null
            : Refusal.Of("SUP2338", facts.Case.Id, due == DateOnly.MinValue ? "-" : Invariant.Text(due))
                .On(facts.Law.Procedure.Period("hearing.notice", facts.Entry.On).Basis);
    });

    public static Guard<CaseFacts> ChairIsIndependent => new("the chair is no investigator of the case", facts =>
        facts.Entry.Persons is [var chair] && !facts.Case.Handlers.Contains(chair, StringComparer.Ordinal)
            ? null : Refusal.Of("SUP2339", facts.Case.Id).On(CaseBasis.Penalty("第六十四条第（四）项")));

    public static Guard<CaseFacts> OnThePlannedDay => new("on the day that was notified", facts =>
        facts.Entry.On == facts.Case.Hearing!.PlannedOn ? null
            : Refusal.Of("SUP2340", facts.Case.Id, Invariant.Text(facts.Case.Hearing.PlannedOn!.Value)));

    public static Guard<CaseFacts> Transcript => new("transcript signed, or the refusal noted", facts =>
        facts.Entry.Has(CaseMarks.PartySigned) || facts.Entry.Has(CaseMarks.RefusalNoted)
            ? null : Refusal.Of("SUP2341", facts.Case.Id).On(CaseBasis.Penalty("第六十四条第（八）项")));

    public static Guard<CaseFacts> Discussed => new("two members at least, with a conclusion", facts =>
        facts.Entry.Persons.Distinct(StringComparer.Ordinal).Count() < 2 || facts.Entry.Sanction is null
            ? Refusal.Of("SUP2373", facts.Case.Id) : facts.Entry.Sanction.Check());

    public static Guard<CaseFacts> CaseWasFiled => new("the case was filed", facts =>
        facts.Case.FiledOn is null ? Refusal.Of("SUP2372", facts.Case.Id) : null);

    public static Guard<CaseFacts> TakerNamed => new("who takes the case over is named", facts =>
        string.IsNullOrWhiteSpace(facts.Entry.Reference) ? Refusal.Of("SUP2366", facts.Case.Id) : null);

    public static Guard<CaseFacts> ReferralTeam => new("a team of two, no day before its proposal", facts =>
    {
        var team = facts.Law.Procedure.Number("referral.team", facts.Entry.On);
        var proposed = facts.Entry.Planned ?? facts.Entry.On;
        var decided = facts.Entry.ApprovedOn ?? facts.Entry.On;
        return facts.Entry.Persons.Distinct(StringComparer.Ordinal).Count() >= team.Value && proposed <= decided && decided <= facts.Entry.On
            ? null : Refusal.Of("SUP2367", facts.Case.Id).On(team.Basis);
    });

    internal static Refusal HeavierThan(PenaltyCase penaltyCase, Sanction before) =>
        Refusal.Of("SUP2335", penaltyCase.Id, before.Kinds.ToString(), Invariant.Text(before.Fine));
}
