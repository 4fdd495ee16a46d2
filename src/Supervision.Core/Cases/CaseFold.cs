using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>What each step changes in a case. Knows no law: that was asked before the step was recorded.</summary>
internal static class CaseFold
{
    public static PenaltyCase Apply(PenaltyCase before, CaseStep step)
    {
        var entry = step.Entry;
        var after = before with { State = step.To, Steps = [.. before.Steps, step] };
        return entry.Trigger switch
        {
            CaseTrigger.ExtendVerification => after with { VerificationExtended = true },
            CaseTrigger.File => after with { FiledOn = entry.On, VerifiedOn = entry.On },
            CaseTrigger.DoNotFile => after with { VerifiedOn = entry.On },
            CaseTrigger.DecideSummary => Summary(after, entry),
            CaseTrigger.AssignHandlers => after with { Handlers = entry.Persons },
            CaseTrigger.PreserveEvidence => after with { Preservations = [.. after.Preservations, new(entry.On, entry.Text, null)] },
            CaseTrigger.ResolvePreservation => after with
            {
                Preservations = First(after.Preservations, kept => kept.ResolvedOn is null, kept => kept with { ResolvedOn = entry.On }),
            },
            CaseTrigger.Seize => after with
            {
                Seizures = [.. after.Seizures, new(entry.On, entry.Text, entry.Has(CaseMarks.Urgent), entry.Planned, false, null)],
            },
            CaseTrigger.ExtendSeizure => after with
            {
                Seizures = First(after.Seizures, s => s is { ReleasedOn: null, IsExtended: false }, s => s with { IsExtended = true }),
            },
            CaseTrigger.ReleaseSeizure => after with
            {
                Seizures = First(after.Seizures, s => s.ReleasedOn is null, s => s with { ReleasedOn = entry.On }),
            },
            CaseTrigger.BeginExclusion => after with { Exclusions = [.. after.Exclusions, new(entry.Exclusion!.Value, entry.On, null)] },
            CaseTrigger.EndExclusion => after with { Exclusions = Ended(after.Exclusions, entry.Exclusion!.Value, entry.On) },
            CaseTrigger.ExtendDecision => after with { DecisionExtensions = after.DecisionExtensions + 1 },
            CaseTrigger.SubmitForReview => after with { Report = new(entry.On, entry.Sanction!, entry.Marks, null), ReviewPassed = false },
            CaseTrigger.PassReview => after with { Report = after.Report! with { ReviewedOn = entry.On }, ReviewPassed = true },
            CaseTrigger.ReturnFromReview => after with { Report = after.Report! with { ReviewedOn = entry.On } },
            CaseTrigger.ServeNotice => Notice(after, entry),
            CaseTrigger.RecordPlea => after with { Pleas = [.. after.Pleas, new(entry.On, entry.Text, null, false)] },
            CaseTrigger.AnswerPlea => after with
            {
                Pleas = First(after.Pleas, plea => plea.AnsweredOn is null, plea => plea with
                {
                    AnsweredOn = entry.On, IsAccepted = entry.Has(CaseMarks.PleaAccepted),
                }),
            },
            CaseTrigger.WaiveRights => after with { RightsWaived = true },
            CaseTrigger.RequestHearing => after with
            {
                Hearing = new(entry.On, null, null, null, null, false, null),
                Exclusions = [.. after.Exclusions, new(ExclusionKind.Hearing, entry.On.AddDays(1), null)],
            },
            CaseTrigger.NotifyHearing => after with
            {
                Hearing = after.Hearing! with { NotifiedOn = entry.On, PlannedOn = entry.Planned, Chair = entry.Persons[0] },
            },
            CaseTrigger.HoldHearing or CaseTrigger.TerminateHearing => after with
            {
                Hearing = after.Hearing! with { EndedOn = entry.On, WasHeld = entry.Trigger == CaseTrigger.HoldHearing },
                Exclusions = Ended(after.Exclusions, ExclusionKind.Hearing, entry.On),
            },
            CaseTrigger.ReviewHearing => after with { Hearing = after.Hearing! with { ReviewedOn = entry.On } },
            CaseTrigger.Discuss => after with { Discussion = new(entry.On, entry.Persons, entry.Sanction!) },
            CaseTrigger.ReturnToInvestigation => Returned(after, entry),
            CaseTrigger.Decide => after with { Decision = Decision(entry, CaseProcedure.Ordinary), ConcludedOn = entry.On },
            CaseTrigger.DecideNoPenalty or CaseTrigger.Dismiss or CaseTrigger.WithdrawCase => after with { ConcludedOn = entry.On },
            CaseTrigger.ReferToPolice or CaseTrigger.HandOver => after with
            {
                VerifiedOn = after.VerifiedOn ?? entry.On,
                ConcludedOn = entry.On,
                Transfer = new(
                    entry.Trigger == CaseTrigger.ReferToPolice, entry.Reference!, entry.Planned ?? entry.On, entry.ApprovedOn ?? entry.On,
                    entry.On, null)
                {
                    ParcelId = $"{before.Id}.{Invariant.Text(step.Number)}",
                },
            },
            CaseTrigger.Send => after with { Transfer = after.Transfer! with { ForeignId = entry.Reference } },
            CaseTrigger.RecordReport => after with
            {
                Transfer = after.Transfer! with
                {
                    AnsweredOn = after.Transfer.AnsweredOn ?? entry.Report!.On,
                    Reports = [.. after.Transfer.Reports.Append(entry.Report!).OrderBy(report => report.Number)],
                    SetAside = [.. after.Transfer.SetAside.Where(aside => aside.Number != entry.Report!.Number)],
                },
            },
            CaseTrigger.SetReportAside => after with
            {
                Transfer = after.Transfer! with
                {
                    SetAside = [.. after.Transfer.SetAside, new(int.Parse(entry.Reference!, CultureInfo.InvariantCulture), entry.On, entry.Text)],
                },
            },
            CaseTrigger.RecordAnswer => after with { Transfer = after.Transfer! with { AnsweredOn = after.Transfer.AnsweredOn ?? entry.On } },
            CaseTrigger.TakeBack => TakenBack(after, entry),
            CaseTrigger.Serve => after with { Service = new(entry.Method!.Value, entry.Planned ?? entry.On, entry.On) },
            CaseTrigger.ReportSummary => after with { SummaryReported = true },
            CaseTrigger.RecordPayment => after with
            {
                Payments = [.. after.Payments, new(entry.On, entry.Amount!.Value, entry.Has(CaseMarks.OnSpot), null, null)],
            },
            CaseTrigger.HandInCash => after with { Payments = HandedIn(after.Payments, entry) },
            CaseTrigger.GrantInstalments => after with { Instalments = entry.Instalments },
            CaseTrigger.Demand => after with { DemandedOn = entry.On },
            CaseTrigger.ApplyToCourt => after with { AppliedToCourtOn = entry.On },
            CaseTrigger.BeginRemedy => after with { Remedies = [.. after.Remedies, new(entry.Remedy!.Value, entry.On, null)] },
            CaseTrigger.EndRemedy => after with { Remedies = First(after.Remedies, r => r.To is null, r => r with { To = entry.On }) },
            CaseTrigger.ChangeDecision => after with
            {
                Decision = after.Decision! with { Sanction = entry.Sanction!, ChangedOn = entry.On },
                Instalments = [],
            },
            CaseTrigger.Annul => after with
            {
                IsAnnulled = true,
                Decision = after.Decision! with { ChangedOn = entry.On },
                Remedies = First(after.Remedies, r => r.To is null, r => r with { To = entry.On }),
            },
            CaseTrigger.Publish => after with { Publications = [.. after.Publications, new(entry.Channel!.Value, entry.On, null)] },
            CaseTrigger.WithdrawPublication or CaseTrigger.StopPublication => after with
            {
                Publications = [.. after.Publications.Select(p => p with { WithdrawnOn = p.WithdrawnOn ?? entry.On })],
            },
            CaseTrigger.Close => after with { ClosedOn = entry.On },
            _ => after,
        };
    }

    private static PenaltyCase Summary(PenaltyCase after, CaseEntry entry) => after with
    {
        VerifiedOn = entry.On,
        ConcludedOn = entry.On,
        Handlers = entry.Persons,
        Decision = Decision(entry, CaseProcedure.Summary),
        Service = new(ServiceMethod.HandedOver, entry.On, entry.On),
    };

    private static PenaltyDecision Decision(CaseEntry entry, CaseProcedure procedure) => new(
        entry.On, entry.Reference, procedure, entry.Sanction!, entry.Benchmarks, entry.Grade,
        entry.Has(CaseMarks.OutOfProvince), null);

    private static PenaltyCase Notice(PenaltyCase after, CaseEntry entry) => after with
    {
        Notice = new(entry.On, entry.Sanction!, entry.Benchmarks, entry.Grade, entry.Marks, entry.Text),
        Pleas = [],
        RightsWaived = false,
        Hearing = null,
        Discussion = null,
    };

    // The notice that is given up stays as the ceiling of the next one, unless new facts lead back.
    private static PenaltyCase Returned(PenaltyCase after, CaseEntry entry) => after with
    {
        Ceiling = entry.Has(CaseMarks.NewFacts) ? null : after.Notice?.Sanction ?? after.Ceiling,
        Report = null,
        ReviewPassed = false,
        Notice = null,
        Pleas = [],
        RightsWaived = false,
        Hearing = null,
        Discussion = null,
    };

    // While the case was away the agency could not decide: those days are a suspension.
    private static PenaltyCase TakenBack(PenaltyCase after, CaseEntry entry) => Returned(after, entry with { Marks = CaseMarks.None }) with
    {
        Transfer = after.Transfer! with { AnsweredOn = after.Transfer.AnsweredOn ?? entry.On },
        ConcludedOn = null,
        Exclusions = entry.On > after.Transfer.On
            ? [.. after.Exclusions, new(ExclusionKind.Suspension, after.Transfer.On.AddDays(1), entry.On)]
            : after.Exclusions,
    };

    private static IReadOnlyList<Payment> HandedIn(IReadOnlyList<Payment> payments, CaseEntry entry) =>
        entry.Has(CaseMarks.ToBank)
            ? First(payments, p => p is { ToAgencyOn: not null, ToBankOn: null }, p => p with { ToBankOn = entry.On })
            : First(payments, p => p is { IsOnSpot: true, ToAgencyOn: null }, p => p with { ToAgencyOn = entry.On });

    private static IReadOnlyList<Exclusion> Ended(IReadOnlyList<Exclusion> exclusions, ExclusionKind kind, DateOnly on) =>
        First(exclusions, e => e.Kind == kind && e.To is null, e => e with { To = on });

    private static IReadOnlyList<T> First<T>(IReadOnlyList<T> list, Func<T, bool> which, Func<T, T> change)
    {
        var made = list.ToArray();
        var at = Array.FindIndex(made, item => which(item));
        if (at >= 0)
        {
            made[at] = change(made[at]);
        }

        return made;
    }
}
