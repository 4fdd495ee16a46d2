using System.Globalization;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Cases;

/// <summary>
/// All clocks of a case, computed from its record each time. Nothing is added up from step to step, so nothing can be counted
/// twice. Pure and thread-safe.
/// </summary>
public static class CaseDeadlines
{
    /// <summary>The clocks in the order of their kinds.</summary>
    /// <param name="penaltyCase">Case.</param>
    /// <param name="law">What it is judged by.</param>
    /// <param name="party">Kind of the party.</param>
    public static IReadOnlyList<CaseDeadline> Of(PenaltyCase penaltyCase, CaseLaw law, SubjectKind party)
    {
        ArgumentNullException.ThrowIfNull(penaltyCase);
        ArgumentNullException.ThrowIfNull(law);
        var clocks = new CaseClocks(penaltyCase, law);
        var closed = penaltyCase.ClosedOn;
        Investigation(clocks, penaltyCase);
        Hearing(clocks, penaltyCase, law, party);
        if (penaltyCase.Decision is { } decision)
        {
            if (!penaltyCase.IsAnnulled)
            {
                Execution(clocks, penaltyCase, decision, law);
                Publicity(clocks, penaltyCase, decision, law, party);
            }

            if (decision.ChangedOn is { } changed && penaltyCase.Publications.Any(p => p.On <= changed))
            {
                clocks.Add(
                    CaseDeadlineKind.WithdrawPublicity, "publish.withdraw", changed,
                    penaltyCase.Publications.All(p => p.WithdrawnOn is not null) ? penaltyCase.Publications.Max(p => p.WithdrawnOn) : null);
            }
        }

        if (penaltyCase.Transfer is { ToPolice: true } transfer)
        {
            clocks.Add(CaseDeadlineKind.DecideReferral, "referral.decide", transfer.ProposedOn, transfer.DecidedOn);
            clocks.NextDay(CaseDeadlineKind.Referral, "referral.hours", transfer.DecidedOn, transfer.On);
            clocks.Add(CaseDeadlineKind.ReferralAnswer, "referral.answer", transfer.On, transfer.AnsweredOn ?? closed, isRight: true);
        }

        return [.. clocks.Made.OrderBy(clock => clock.Kind).ThenBy(clock => clock.Number)];
    }

    /// <summary>The clock on which somebody has to act next: the earliest that is open and no right of the party; null when there is none.</summary>
    /// <param name="penaltyCase">Case.</param>
    /// <param name="law">What it is judged by.</param>
    /// <param name="party">Kind of the party.</param>
    public static CaseDeadline? NextOf(PenaltyCase penaltyCase, CaseLaw law, SubjectKind party) =>
        Of(penaltyCase, law, party).Where(clock => clock.IsOpen).OrderBy(clock => clock.Due ?? DateOnly.MaxValue).FirstOrDefault();

    private static void Investigation(CaseClocks clocks, PenaltyCase c)
    {
        clocks.Add(
            CaseDeadlineKind.Verify, "verify", c.Clue.ReceivedOn, c.VerifiedOn,
            c.VerificationExtended ? ["verify.extension"] : []);
        foreach (var kept in c.Preservations)
        {
            clocks.Add(CaseDeadlineKind.ResolvePreservation, "preservation", kept.On, kept.ResolvedOn);
        }

        foreach (var seizure in c.Seizures)
        {
            clocks.Add(
                CaseDeadlineKind.Seizure, "seizure", seizure.On, seizure.ReleasedOn,
                seizure.IsExtended ? ["seizure.extension"] : []);
            if (seizure.IsUrgent)
            {
                clocks.NextDay(CaseDeadlineKind.ReportSeizure, "seizure.report.hours", seizure.On, seizure.ReportedOn);
            }
        }

        if (c.Report is { } report)
        {
            clocks.Add(CaseDeadlineKind.LegalReview, "review", report.On, report.ReviewedOn);
        }

        if (c.FiledOn is { } filed)
        {
            clocks.Add(
                CaseDeadlineKind.Decide, "decide", filed, c.ConcludedOn,
                [.. Enumerable.Repeat("decide.extension", c.DecisionExtensions)]);
        }
    }

    private static void Hearing(CaseClocks clocks, PenaltyCase c, CaseLaw law, SubjectKind party)
    {
        if (c.Notice is not { } notice)
        {
            return;
        }

        clocks.Add(CaseDeadlineKind.Plea, "plea", notice.ServedOn, null, isRight: true);
        if (law.IsHeavy(notice.Sanction, party, notice.ServedOn))
        {
            clocks.Add(CaseDeadlineKind.HearingRequest, "hearing.request", notice.ServedOn, c.Hearing?.RequestedOn, isRight: true);
        }

        if (c.Hearing is { PlannedOn: { } planned, NotifiedOn: { } notified })
        {
            clocks.Before(CaseDeadlineKind.HearingNotice, planned, notified);
        }
    }

    private static void Execution(
        CaseClocks clocks, PenaltyCase c, PenaltyDecision decision, CaseLaw law)
    {
        if (decision.Procedure == CaseProcedure.Ordinary)
        {
            clocks.Add(CaseDeadlineKind.Serve, "serve", decision.On, c.Service?.BeganOn);
        }

        if (c.Service is not { On: var served })
        {
            return;
        }

        if (decision.Sanction.Fine > 0)
        {
            var account = FineAccount.Of(c, law, c.LastOn);
            if (c.Instalments.Count == 0)
            {
                clocks.Add(CaseDeadlineKind.Pay, "pay", served, account.PaidOffOn);
            }

            foreach (var instalment in c.Instalments)
            {
                clocks.On(CaseDeadlineKind.Pay, served, instalment.DueOn, account.MetOn(instalment.DueOn, c.Instalments), "第六十六条", isRight: false);
            }
        }

        foreach (var cash in c.Payments.Where(payment => payment.IsOnSpot))
        {
            clocks.Add(CaseDeadlineKind.CashToAgency, "cash.agency", cash.On, cash.ToAgencyOn);
            if (cash.ToAgencyOn is { } at)
            {
                clocks.Add(CaseDeadlineKind.CashToBank, "cash.bank", at, cash.ToBankOn);
            }
        }

        clocks.Add(
            CaseDeadlineKind.Review, "remedy.review", served,
            c.Remedies.FirstOrDefault(remedy => remedy.Kind == RemedyKind.Review)?.From, isRight: true);
        var suit = clocks.Add(
            CaseDeadlineKind.Suit, "remedy.suit", served,
            c.Remedies.FirstOrDefault(remedy => remedy.Kind == RemedyKind.Suit)?.From, isRight: true);
        if (c.DemandedOn is { } demanded)
        {
            clocks.Add(CaseDeadlineKind.Demand, "demand", demanded, IsPaid(c, law) && c.Payments.Count > 0 ? c.Payments.Max(payment => payment.On) : null, isRight: true);
        }

        // 行政处罚法 art. 72: with instalments the period to go to court counts from the end of the last one.
        // Where money alone was asked for and all of it is there, nothing is left to enforce.
        if (c.State is CaseState.Overdue or CaseState.Demanded or CaseState.CourtEnforcement && !IsPaid(c, law))
        {
            var from = c.Instalments.Count > 0 ? c.Instalments[^1].DueOn : EndOfRemedies(c, law, suit.Due);
            clocks.Add(CaseDeadlineKind.CourtApplication, "court", from, c.AppliedToCourtOn);
        }
    }

    private static bool IsPaid(PenaltyCase c, CaseLaw law) =>
        (c.Decision!.Sanction.Kinds & ~(PenaltyKind.Warning | PenaltyKind.Reprimand | PenaltyKind.Fine)) == PenaltyKind.None && FineAccount.Of(c, law, c.LastOn).Owed <= 0;

    /// <summary>The day on which neither a review nor a suit is possible or runs any more.</summary>
    /// <param name="c">Case, served.</param>
    /// <param name="law">Law.</param>
    /// <param name="suitDue">Last day to sue, or null while its calendar is not published: then the day before it is moved.</param>
    internal static DateOnly EndOfRemedies(PenaltyCase c, CaseLaw law, DateOnly? suitDue)
    {
        var served = c.Service!.On;
        var last = suitDue ?? served.AddMonths(law.Procedure.Period("remedy.suit", served).Length);
        return c.Remedies.Select(remedy => remedy.To ?? DateOnly.MinValue).Append(last).Max();
    }

    /// <summary>The clocks of publication that run from the decision.</summary>
    internal static IReadOnlyList<CaseDeadlineKind> Publicities { get; } =
        [CaseDeadlineKind.DoublePublicity, CaseDeadlineKind.MarketPublicity, CaseDeadlineKind.PushPublicity];

    private static void Publicity(
        CaseClocks clocks, PenaltyCase c, PenaltyDecision decision, CaseLaw law, SubjectKind party)
    {
        if (decision.Procedure != CaseProcedure.Ordinary || decision.Sanction.IsWarningOnly)
        {
            return;
        }

        clocks.Add(CaseDeadlineKind.DoublePublicity, "publish.double", decision.On, On(c, PublicityChannel.DoublePublicity));
        if (decision.IsOutOfProvince)
        {
            clocks.Add(CaseDeadlineKind.PushPublicity, "publish.push", decision.On, On(c, PublicityChannel.OtherProvince));
        }
        else
        {
            clocks.Add(CaseDeadlineKind.MarketPublicity, "publish.market", decision.On, On(c, PublicityChannel.MarketSystem));
        }

        foreach (var shown in c.Publications.Where(p => p.Channel == PublicityChannel.MarketSystem))
        {
            clocks.On(CaseDeadlineKind.StopPublicity, shown.On, StopsOn(decision, shown.On, law, party), shown.WithdrawnOn, "", isRight: true);
        }
    }

    /// <summary>
    /// The day on which a publication ends 停止公示. A plain date: to move it to a working day would be to the party's disadvantage.
    /// </summary>
    public static DateOnly StopsOn(PenaltyDecision decision, DateOnly publishedOn, CaseLaw law, SubjectKind party)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(law);
        const PenaltyKind Light = PenaltyKind.Warning | PenaltyKind.Reprimand | PenaltyKind.Fine;
        var sanction = decision.Sanction;
        var isMinor = (sanction.Kinds & ~Light) == PenaltyKind.None
            && sanction.Fine < law.Procedure.Number($"publicity.minor.{CaseLaw.PartyKey(party)}", publishedOn).Value;
        var period = law.Procedure.Period(isMinor ? "publish.stop.minor" : "publish.stop", publishedOn);
        var months = period.Unit == PeriodUnit.Year ? period.Length * 12 : period.Length;
        return publishedOn.AddMonths(isMinor ? months : Math.Max(months, sanction.Months));
    }

    private static DateOnly? On(PenaltyCase c, PublicityChannel channel) =>
        c.Publications.FirstOrDefault(p => p.Channel == channel)?.On;

    // Statutory words, as they stand in the file: no language of the reader.
    internal static string Reason(ExclusionKind kind) =>
        Message.Of($"case.exclusion.{kind}").In(CultureInfo.InvariantCulture);
}
