using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Cases;

/// <summary>Conditions on what follows a decision: service, money, remedies, court, publicity, closing.</summary>
internal static class ExecutionGuards
{
    public static Guard<CaseFacts> ServedLawfully => new("a lawful way of service; by publication its days are over", facts =>
    {
        var entry = facts.Entry;
        if (entry.Method is null || (entry.Method == ServiceMethod.Electronic && !entry.Has(CaseMarks.PartySigned)))
        {
            return Refusal.Of("SUP2349", facts.Case.Id);
        }

        if (entry.Method != ServiceMethod.Publication)
        {
            return null;
        }

        var period = facts.Law.Procedure.Period("serve.publication", entry.On);
        var began = entry.Planned ?? entry.On;
        return began >= facts.Case.Decision!.On && entry.On >= began.AddDays(period.Length) ? null
            : Refusal.Of("SUP2351", facts.Case.Id, Invariant.Text(began.AddDays(period.Length))).On(period.Basis);
    });

    public static Guard<CaseFacts> PublicityTold => new("told in writing that it will be published", facts =>
        facts.Case.Decision!.Sanction.IsWarningOnly || facts.Entry.Has(CaseMarks.PublicityTold)
            ? null : Refusal.Of("SUP2350", facts.Case.Id).On(CaseBasis.Publicity("第八条")));

    public static Guard<CaseFacts> PaysWhatIsOwed => new("an amount that is owed", facts =>
    {
        var owed = FineAccount.Of(facts.Case, facts.Law, facts.Entry.On).Owed;
        return facts.Entry.Amount is { } amount && amount > 0 && amount <= owed && decimal.Round(amount, 2) == amount
            ? null : Refusal.Of("SUP2352", facts.Case.Id, Invariant.Text(facts.Entry.Amount ?? 0), Invariant.Text(owed));
    });

    // 行政处罚法 arts 67–69: who fines doesn't collect, except on the spot in the named cases.
    public static Guard<CaseFacts> CollectorIsNotTheFiner => new("paid to a bank, or on the spot where the law allows", facts =>
    {
        var entry = facts.Entry;
        if (!entry.Has(CaseMarks.OnSpot))
        {
            return null;
        }

        var limit = facts.Law.Procedure.Number("cash.limit", entry.On);
        var summary = facts.Case.Decision!.Procedure == CaseProcedure.Summary;
        return (summary && (facts.Case.Decision.Sanction.Fine <= limit.Value || entry.Has(CaseMarks.HardToEnforceLater)))
            || entry.Has(CaseMarks.RemoteAndAsked)
            ? null : Refusal.Of("SUP2353", facts.Case.Id, Invariant.Text(limit.Value)).On(limit.Basis);
    });

    public static Guard<CaseFacts> CashWaits => new("cash waits to be handed in", facts =>
        facts.Case.Payments.Any(p => facts.Entry.Has(CaseMarks.ToBank)
            ? p is { ToAgencyOn: not null, ToBankOn: null } : p is { IsOnSpot: true, ToAgencyOn: null })
            ? null : Refusal.Of("SUP2352", facts.Case.Id, "0", "0"));

    public static Guard<CaseFacts> IsOverdue => new("the last day to pay is over", facts =>
        FineAccount.Of(facts.Case, facts.Law, facts.Entry.On).PayBy is { } payBy && payBy < facts.Entry.On
            ? null : Refusal.Of("SUP2354", facts.Case.Id));

    public static Guard<CaseFacts> InstalmentsAddUp => new("asked for by the party, instalments make up what is owed", facts =>
    {
        var parts = facts.Entry.Instalments;
        var fine = facts.Case.Decision!.Sanction.Fine;
        return facts.Entry.Has(CaseMarks.PartyApplied) && parts.Count > 0 && fine > 0
            && parts.Sum(part => part.Amount) == fine && parts.All(part => part.Amount > 0 && decimal.Round(part.Amount, 2) == part.Amount)
            && parts[0].DueOn >= facts.Entry.On && parts.Zip(parts.Skip(1)).All(pair => pair.First.DueOn < pair.Second.DueOn)
            ? null : Refusal.Of("SUP2355", facts.Case.Id, Invariant.Text(fine));
    });

    public static Guard<CaseFacts> WasPunished => new("a penalty is in force", facts =>
        facts.Case.Decision is null || facts.Case.Service is null || facts.Case.IsAnnulled
            ? Refusal.Of("SUP2363", facts.Case.Id) : null);

    public static Guard<CaseFacts> RemedyPossible => new("none runs, and its days are not over", facts =>
    {
        if (facts.Entry.Remedy is not { } kind || Running(facts.Case))
        {
            return Refusal.Of("SUP2356", facts.Case.Id);
        }

        // A suit after a review counts from the review: its days are not known here, so it is let through.
        var due = Clock(facts, kind == RemedyKind.Review ? CaseDeadlineKind.Review : CaseDeadlineKind.Suit)?.Due;
        var again = facts.Case.Remedies.Any(remedy => remedy.Kind == kind);
        return !again && (due is null || facts.Entry.On <= due || facts.Case.Remedies.Count > 0) ? null : Refusal.Of("SUP2356", facts.Case.Id);
    });

    public static Guard<CaseFacts> RemedyRuns => new("a review or a suit runs", facts =>
        Running(facts.Case) ? null : Refusal.Of("SUP2356", facts.Case.Id));

    public static Guard<CaseFacts> NotHeavierThanDecision => new("never to a heavier penalty", facts =>
        facts.Entry.Sanction is not { } changed ? Refusal.Of("SUP2371", PenaltyKind.None.ToString(), "0")
        : changed.Check() ?? (changed.IsHeavierThan(facts.Case.Decision!.Sanction)
            ? NoticeGuards.HeavierThan(facts.Case, facts.Case.Decision.Sanction).On(new LegalBasis("行政复议法", "第六十三条"))
            : null));

    public static Guard<CaseFacts> DemandWaited => new("ten working days since the demand", facts =>
    {
        var period = facts.Law.Procedure.Period("demand", facts.Case.DemandedOn!.Value);
        var due = facts.Law.Clock.Due(period, facts.Case.DemandedOn.Value).Due;
        return facts.Entry.On > due ? null : Refusal.Of("SUP2357", facts.Case.Id, Invariant.Text(due)).On(period.Basis);
    });

    public static Guard<CaseFacts> NoRemedyLeft => new("no review or suit runs or is possible any more", facts =>
    {
        var last = CaseDeadlines.EndOfRemedies(facts.Case, facts.Law, Clock(facts, CaseDeadlineKind.Suit)?.Due);
        return !Running(facts.Case) && facts.Entry.On > last ? null
            : Refusal.Of("SUP2358", facts.Case.Id, Invariant.Text(last)).On(CaseBasis.Compulsion("第五十三条"));
    });

    public static Guard<CaseFacts> CourtInTime => new("within three months", facts =>
        Clock(facts, CaseDeadlineKind.CourtApplication) is { Due: { } due, Explanation: { } } && facts.Entry.On > due
            ? Refusal.Of("SUP2359", facts.Case.Id, Invariant.Text(due)).On(CaseBasis.Compulsion("第五十三条")) : null);

    public static Guard<CaseFacts> Settled => new("nothing is owed, or the court ended it", facts =>
    {
        var owed = facts.Case.Service is null ? 0 : FineAccount.Of(facts.Case, facts.Law, facts.Entry.On).Owed;
        return owed == 0 || (facts.Case.State == CaseState.CourtEnforcement && facts.Entry.Has(CaseMarks.CourtEnded))
            ? null : Refusal.Of("SUP2360", facts.Case.Id, Invariant.Text(owed));
    });

    public static Guard<CaseFacts> SummaryFiled => new("a summary decision was filed with the agency", facts =>
        facts.Case.Decision is { Procedure: CaseProcedure.Summary } && !facts.Case.SummaryReported
            ? Refusal.Of("SUP2364", facts.Case.Id).On(CaseBasis.Penalty("第五十二条")) : null);

    public static Guard<CaseFacts> IsSummary => new("a summary decision, not yet filed", facts =>
        facts.Case.Decision is { Procedure: CaseProcedure.Summary } && !facts.Case.SummaryReported
            ? null : Refusal.Of("SUP2364", facts.Case.Id));

    public static Guard<CaseFacts> MustBePublished => new("ordinary procedure, more than a warning, not published there", facts =>
    {
        var decision = facts.Case.Decision!;
        if (decision.Procedure != CaseProcedure.Ordinary || decision.Sanction.IsWarningOnly)
        {
            return Refusal.Of("SUP2361", facts.Case.Id).On(CaseBasis.Publicity("第二条"));
        }

        return facts.Entry.Channel is null || facts.Case.Publications.Any(p => p.Channel == facts.Entry.Channel)
            ? Refusal.Of("SUP2362", facts.Case.Id, facts.Entry.Channel?.ToString() ?? "-") : null;
    });

    public static Guard<CaseFacts> PublishedAndChanged => new("published, and the decision was changed or annulled", facts =>
        facts.Case.Decision is { ChangedOn: not null } && facts.Case.Publications.Any(p => p.WithdrawnOn is null)
            ? null : Refusal.Of("SUP2363", facts.Case.Id));

    public static Guard<CaseFacts> PublishedAndOver => new("published, and its time is over or its record repaired", facts =>
        facts.Case.Publications.Any(shown => shown.WithdrawnOn is null
            && (facts.Entry.Has(CaseMarks.Repaired)
                || CaseDeadlines.StopsOn(facts.Case.Decision!, shown.On, facts.Law, facts.Party) <= facts.Entry.On))
            ? null : Refusal.Of("SUP3169", facts.Case.Id).On(CaseBasis.Publicity("第十三条")));

    public static Guard<CaseFacts> TransferAnswered => new("the other side answered", facts =>
        facts.Case is { State: CaseState.Transferred, Transfer.AnsweredOn: null } ? Refusal.Of("SUP2368", facts.Case.Id) : null);

    public static Guard<CaseFacts> NothingOpen => new("no evidence, seizure, cash, publication or remedy is open", facts =>
    {
        var open = CaseDeadlines.Of(facts.Case, facts.Law, facts.Party)
            .FirstOrDefault(clock => clock.IsOpen && clock.Kind is not (CaseDeadlineKind.Pay or CaseDeadlineKind.CourtApplication));
        return open is null && !Running(facts.Case) ? null : Refusal.Of("SUP2365", facts.Case.Id, open?.Kind.ToString() ?? nameof(Remedy));
    });

    private static bool Running(PenaltyCase c) => c.Remedies.Any(remedy => remedy.To is null);

    private static CaseDeadline? Clock(CaseFacts facts, CaseDeadlineKind kind) =>
        CaseDeadlines.Of(facts.Case, facts.Law, facts.Party).FirstOrDefault(clock => clock.Kind == kind);
}
