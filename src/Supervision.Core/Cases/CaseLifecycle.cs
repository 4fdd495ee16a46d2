using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Lifecycles;
using static Supervision.Cases.CaseBasis;
using static Supervision.Cases.CaseGuards;
using static Supervision.Cases.DecisionGuards;
using static Supervision.Cases.ExecutionGuards;
using static Supervision.Cases.NoticeGuards;
using static Supervision.Cases.ReportGuards;

namespace Supervision.Cases;

/// <summary>The life-cycle of a penalty case as one table.</summary>
public static class CaseLifecycle
{
    private static readonly CaseState[] s_open =
    [
        CaseState.Investigating, CaseState.UnderReview, CaseState.Reviewed, CaseState.NoticeServed,
        CaseState.HearingRequested, CaseState.HearingNotified, CaseState.Heard,
    ];

    private static readonly CaseState[] s_afterService =
    [
        CaseState.Served, CaseState.Performing, CaseState.Overdue, CaseState.Demanded, CaseState.CourtEnforcement,
    ];

    private static readonly CaseState[] s_concluding =
        [CaseState.Investigating, CaseState.Reviewed, CaseState.NoticeServed, CaseState.Heard];

    /// <summary>The table. SUP2301: the state has no such step.</summary>
    public static Lifecycle<CaseState, CaseTrigger, CaseFacts> Table { get; } = Build();

    /// <summary>
    /// Records a step: the case after it, or the refusal with its provision. SUP2304: the step lies before the one before it; SUP2301 and
    /// SUP2310 to SUP2376 and SUP2220 to SUP2226, SUP2244 and SUP2245: see the guards. Pure.
    /// </summary>
    /// <exception cref="Time.CalendarNotPublishedException">A period that the step depends on reaches a year without a calendar.</exception>
    public static Outcome<PenaltyCase> Take(CaseFacts facts, Actor by, DateTimeOffset recordedAt)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(by);
        if (facts.Entry.On < facts.Case.LastOn)
        {
            return Refusal.Of("SUP2304", Invariant.Text(facts.Entry.On), Invariant.Text(facts.Case.LastOn)).On(Penalty("第四十七条"));
        }

        return Table.Fire(facts.Case.State, facts.Entry.Trigger, facts).TryGet(out var step, out var refusal)
            ? CaseFold.Apply(facts.Case, new CaseStep(facts.Case.Steps.Count + 1, step.From, step.To, facts.Entry, by, recordedAt))
            : refusal;
    }

    /// <summary>Whether a guard is among those of a step. Pure.</summary>
    internal static bool Meets(CaseFacts facts, Guard<CaseFacts> guard) =>
        Table.Any(step => step.From == facts.Case.State && step.Trigger == facts.Entry.Trigger && step.Guards.Any(one => one.Name == guard.Name));

    private static Lifecycle<CaseState, CaseTrigger, CaseFacts> Build()
    {
        var table = new Lifecycle<CaseState, CaseTrigger, CaseFacts>("SUP2301")
        {
            // 案源登记、立案
            { CaseState.ClueRegistered, CaseTrigger.ExtendVerification, CaseState.ClueRegistered, Procedure("第十八条"), Approved, VerificationExtendable },
            { CaseState.ClueRegistered, CaseTrigger.BeginExclusion, CaseState.ClueRegistered, Procedure("第十八条"), ExclusionNotRunning },
            { CaseState.ClueRegistered, CaseTrigger.EndExclusion, CaseState.ClueRegistered, Procedure("第十八条"), ExclusionRunning },
            { CaseState.ClueRegistered, CaseTrigger.File, CaseState.Filed, Penalty("第五十四条"), InitialEvidence, OwnJurisdiction, WithinLimitation, Approved },
            { CaseState.ClueRegistered, CaseTrigger.DoNotFile, CaseState.NotFiled, Procedure("第二十条"), GroundGiven, TextGiven, Approved },
            { CaseState.ClueRegistered, CaseTrigger.DecideSummary, CaseState.Served, Penalty("第五十一条"), SanctionGiven, SummaryAllowed, WithinLimitation, Handlers, ToldAndHandedOver, TextGiven, LighterForMinors, FinedOnce, StopsAfterRepeats },
            { CaseState.Filed, CaseTrigger.AssignHandlers, CaseState.Investigating, Penalty("第四十二条"), Handlers },

            // 调查取证、法制审核
            { CaseState.Investigating, CaseTrigger.AssignHandlers, CaseState.Investigating, Penalty("第四十二条"), Handlers },
            { CaseState.Investigating, CaseTrigger.PreserveEvidence, CaseState.Investigating, Penalty("第五十六条"), TextGiven, Approved },
            { CaseState.Investigating, CaseTrigger.Seize, CaseState.Investigating, Compulsion("第二十二条"), TextGiven, Approved },
            { CaseState.Investigating, CaseTrigger.SubmitForReview, CaseState.UnderReview, Penalty("第五十八条"), ReportComplete },
            { CaseState.UnderReview, CaseTrigger.PassReview, CaseState.Reviewed, Penalty("第五十八条"), ReviewerIsIndependent },
            { CaseState.UnderReview, CaseTrigger.ReturnFromReview, CaseState.Investigating, Penalty("第五十八条"), ReviewerIsIndependent, TextGiven },

            // 告知、陈述申辩、听证
            { CaseState.Investigating, CaseTrigger.ServeNotice, CaseState.NoticeServed, Penalty("第四十四条"), NoReviewNeeded, NoticeComplete, HearingRightTold, WithinBenchmark, LighterForMinors, NotAboveCeiling, StopsAfterRepeats },
            { CaseState.Reviewed, CaseTrigger.ServeNotice, CaseState.NoticeServed, Penalty("第四十四条"), NoticeComplete, NotAboveReview, HearingRightTold, WithinBenchmark, LighterForMinors, NotAboveCeiling, StopsAfterRepeats },
            { CaseState.NoticeServed, CaseTrigger.WaiveRights, CaseState.NoticeServed, Penalty("第六十二条"), SignedByTheParty },
            { CaseState.NoticeServed, CaseTrigger.RequestHearing, CaseState.HearingRequested, Penalty("第六十四条第（一）项"), HearingRight, HearingRequestInTime },
            { CaseState.HearingRequested, CaseTrigger.NotifyHearing, CaseState.HearingNotified, Penalty("第六十四条第（二）项"), HearingNotified, ChairIsIndependent },
            { CaseState.HearingNotified, CaseTrigger.NotifyHearing, CaseState.HearingNotified, Penalty("第六十四条第（二）项"), HearingNotified, ChairIsIndependent },
            { CaseState.HearingNotified, CaseTrigger.HoldHearing, CaseState.Heard, Penalty("第六十四条"), OnThePlannedDay, Transcript },
            { CaseState.HearingRequested, CaseTrigger.TerminateHearing, CaseState.Heard, Penalty("第六十四条第（六）项"), TextGiven },
            { CaseState.HearingNotified, CaseTrigger.TerminateHearing, CaseState.Heard, Penalty("第六十四条第（六）项"), TextGiven },
            { CaseState.Heard, CaseTrigger.ReviewHearing, CaseState.Heard, Penalty("第五十八条"), ReviewerIsIndependent },

            // 决定
            { CaseState.NoticeServed, CaseTrigger.Discuss, CaseState.NoticeServed, Penalty("第五十七条"), Discussed },
            { CaseState.Heard, CaseTrigger.Discuss, CaseState.Heard, Penalty("第五十七条"), Discussed },
            { CaseState.NoticeServed, CaseTrigger.Decide, CaseState.Decided, Penalty("第六十二条"), SanctionGiven, Approved, WindowOver, PleasAnswered, NotHeavierThanNotice, Reviewed, Collective, WithinBenchmark, LighterForMinors, FinedOnce, StopsAfterRepeats },
            { CaseState.Heard, CaseTrigger.Decide, CaseState.Decided, Penalty("第六十五条"), SanctionGiven, Approved, WindowOver, PleasAnswered, NotHeavierThanNotice, Reviewed, Collective, WithinBenchmark, LighterForMinors, FinedOnce, StopsAfterRepeats },

            // 送达、履行、强制
            { CaseState.Decided, CaseTrigger.Serve, CaseState.Served, Penalty("第六十一条"), ServedLawfully, PublicityTold },
            { CaseState.Served, CaseTrigger.ReportSummary, CaseState.Served, Penalty("第五十二条"), IsSummary },
            { CaseState.Performing, CaseTrigger.ReportSummary, CaseState.Performing, Penalty("第五十二条"), IsSummary },
            { CaseState.Served, CaseTrigger.RecordPayment, CaseState.Performing, Penalty("第六十七条"), PaysWhatIsOwed, CollectorIsNotTheFiner },
            { CaseState.Performing, CaseTrigger.RecordPayment, CaseState.Performing, Penalty("第六十七条"), PaysWhatIsOwed, CollectorIsNotTheFiner },
            { CaseState.Overdue, CaseTrigger.RecordPayment, CaseState.Overdue, Penalty("第六十七条"), PaysWhatIsOwed, CollectorIsNotTheFiner },
            { CaseState.Demanded, CaseTrigger.RecordPayment, CaseState.Demanded, Penalty("第六十七条"), PaysWhatIsOwed, CollectorIsNotTheFiner },
            { CaseState.CourtEnforcement, CaseTrigger.RecordPayment, CaseState.CourtEnforcement, Penalty("第六十七条"), PaysWhatIsOwed },
            { CaseState.Performing, CaseTrigger.HandInCash, CaseState.Performing, Penalty("第七十一条"), CashWaits },
            { CaseState.Served, CaseTrigger.GrantInstalments, CaseState.Performing, Penalty("第六十六条"), Approved, InstalmentsAddUp },
            { CaseState.Served, CaseTrigger.MarkOverdue, CaseState.Overdue, Penalty("第七十二条"), IsOverdue },
            { CaseState.Performing, CaseTrigger.MarkOverdue, CaseState.Overdue, Penalty("第七十二条"), IsOverdue },
            { CaseState.Overdue, CaseTrigger.Demand, CaseState.Demanded, Compulsion("第五十四条"), ServedLawfully },
            { CaseState.Demanded, CaseTrigger.ApplyToCourt, CaseState.CourtEnforcement, Compulsion("第五十三条"), DemandWaited, NoRemedyLeft, CourtInTime, Approved },

            // 结案、归档
            { CaseState.NotFiled, CaseTrigger.Archive, CaseState.Archived, Penalty("第四十七条"), NothingOpen },
            { CaseState.Closed, CaseTrigger.Archive, CaseState.Archived, Penalty("第四十七条"), NothingOpen },
            { CaseState.Transferred, CaseTrigger.RecordAnswer, CaseState.Transferred, Referral("第八条"), TextGiven },
            { CaseState.Transferred, CaseTrigger.TakeBack, CaseState.Investigating, Penalty("第二十七条"), CaseWasFiled, TextGiven, ReturnedIfDelivered },
            { CaseState.Transferred, CaseTrigger.Send, CaseState.Transferred, Penalty("第二十五条"), DeliverableOnce },
            { CaseState.Transferred, CaseTrigger.RecordReport, CaseState.Transferred, Penalty("第二十五条"), ReportIsWhole, ReportInTurn, StageFollows, DecisionReported },
            { CaseState.Transferred, CaseTrigger.SetReportAside, CaseState.Transferred, Penalty("第二十五条"), PassedOverInTurn, TextGiven },
        };
        AddConclusions(table);
        AddMeasures(table);
        AddRemediesAndPublicity(table);
        return table;
    }

    private static void AddConclusions(Lifecycle<CaseState, CaseTrigger, CaseFacts> table)
    {
        table.Add(CaseState.Filed, CaseTrigger.WithdrawCase, CaseState.Withdrawn, Penalty("第五十七条"), TextGiven, Approved);
        table.Add(CaseState.Investigating, CaseTrigger.WithdrawCase, CaseState.Withdrawn, Penalty("第五十七条"), TextGiven, Approved);
        table.Add(CaseState.ClueRegistered, CaseTrigger.HandOver, CaseState.Transferred, Penalty("第二十五条"), TakerNamed, TextGiven, Approved);
        table.Add(CaseState.ClueRegistered, CaseTrigger.ReferToPolice, CaseState.Transferred, Penalty("第二十七条"), TakerNamed, TextGiven, Approved, ReferralTeam);
        foreach (var state in s_concluding)
        {
            table.Add(state, CaseTrigger.DecideNoPenalty, CaseState.NoPenalty, Penalty("第五十七条"), GroundGiven, GroundForNoPenalty, TextGiven, Approved);
            table.Add(state, CaseTrigger.Dismiss, CaseState.Dismissed, Penalty("第五十七条"), TextGiven, Approved);
            table.Add(state, CaseTrigger.HandOver, CaseState.Transferred, Penalty("第二十五条"), TakerNamed, TextGiven, Approved);
            table.Add(state, CaseTrigger.ReferToPolice, CaseState.Transferred, Penalty("第二十七条"), TakerNamed, TextGiven, Approved, ReferralTeam);
            if (state != CaseState.Investigating)
            {
                table.Add(state, CaseTrigger.ReturnToInvestigation, CaseState.Investigating, Penalty("第四十五条"), TextGiven);
            }
        }

        foreach (var state in (CaseState[])[CaseState.NoPenalty, CaseState.Dismissed, CaseState.Transferred, CaseState.Withdrawn, CaseState.Annulled])
        {
            table.Add(state, CaseTrigger.Close, CaseState.Closed, Penalty("第五十七条"), TransferAnswered, NotFollowed);
        }

        foreach (var state in s_afterService)
        {
            table.Add(state, CaseTrigger.Close, CaseState.Closed, Penalty("第六十六条"), Settled, SummaryFiled);
        }
    }

    // Clocks of their own: they run beside the main line, and what was taken must be given back even after the decision.
    private static void AddMeasures(Lifecycle<CaseState, CaseTrigger, CaseFacts> table)
    {
        foreach (var state in s_open)
        {
            table.Add(state, CaseTrigger.ExtendDecision, state, Penalty("第六十条"), Approved, DecisionExtendable);
            table.Add(state, CaseTrigger.BeginExclusion, state, Penalty("第六十条"), ExclusionNotRunning);
            table.Add(state, CaseTrigger.EndExclusion, state, Penalty("第六十条"), ExclusionRunning);
            table.Add(state, CaseTrigger.ExtendSeizure, state, Compulsion("第二十五条"), Approved, TextGiven, SeizureExtendable);
        }

        foreach (var state in (CaseState[])[CaseState.NoticeServed, CaseState.HearingRequested, CaseState.HearingNotified, CaseState.Heard])
        {
            table.Add(state, CaseTrigger.RecordPlea, state, Penalty("第四十五条"), TextGiven);
            table.Add(state, CaseTrigger.AnswerPlea, state, Penalty("第四十五条"), PleaOpen, TextGiven);
        }

        CaseState[] ended =
        [
            .. s_open, CaseState.Decided, .. s_afterService, CaseState.NoPenalty, CaseState.Dismissed, CaseState.Transferred,
            CaseState.Withdrawn, CaseState.Annulled, CaseState.Closed,
        ];
        foreach (var state in ended)
        {
            table.Add(state, CaseTrigger.ResolvePreservation, state, Penalty("第五十六条"), PreservationOpen, TextGiven);
            table.Add(state, CaseTrigger.ReleaseSeizure, state, Compulsion("第二十八条"), SeizureOpen, TextGiven);
        }
    }

    private static void AddRemediesAndPublicity(Lifecycle<CaseState, CaseTrigger, CaseFacts> table)
    {
        foreach (var state in (CaseState[])[.. s_afterService, CaseState.Closed])
        {
            table.Add(state, CaseTrigger.BeginRemedy, state, Penalty("第七条"), WasPunished, RemedyPossible);
            table.Add(state, CaseTrigger.EndRemedy, state, Penalty("第七十三条"), RemedyRuns, TextGiven);
            table.Add(state, CaseTrigger.ChangeDecision, state, Penalty("第七十五条"), WasPunished, TextGiven, NotHeavierThanDecision);
            table.Add(state, CaseTrigger.Annul, CaseState.Annulled, Penalty("第七十五条"), WasPunished, TextGiven);
            table.Add(state, CaseTrigger.Publish, state, Penalty("第四十八条"), WasPunished, MustBePublished);
            table.Add(state, CaseTrigger.WithdrawPublication, state, Penalty("第四十八条"), PublishedAndChanged, TextGiven);
            table.Add(state, CaseTrigger.StopPublication, state, CaseBasis.Publicity("第十三条、第十四条"), PublishedAndOver, TextGiven);
        }

        table.Add(CaseState.Annulled, CaseTrigger.WithdrawPublication, CaseState.Annulled, Penalty("第四十八条"), PublishedAndChanged, TextGiven);
    }
}
