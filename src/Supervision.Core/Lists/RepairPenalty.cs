using Supervision.Audit;
using Supervision.Cases;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Lists;

/// <summary>
/// Grants the repair of a published penalty 信用修复, when the rules allow it on that day: it is no longer shown, and the joint measures that rest on
/// it end, in one transaction. How long it must be shown first is the publicity policy's.
/// </summary>
/// <legal source="国家发展改革委令第36号" inForceFrom="2026-04-01"/>
[AllowedTo(Roles.CreditClerk | Roles.Head)]
public sealed class RepairPenalty(
    MatterWork matters, ICaseStore cases, ISubjectStore subjects, IOfficerStore officers, IUnitOfWork work, AuthorityClock clock, CaseLaw law,
    IPublicityPolicy policy, SubjectLists lists)
{
    // Longest time that any of the provisions shows a penalty, in months, as far as the earliest day is looked for.
    private const int Months = 60;

    private readonly AdvanceCase _advance = new(cases, subjects, officers, work, clock, law);

    /// <summary>
    /// Saves and journals the repair. SUP2300: there is no such case; SUP3162: a list bars the subject from repair; SUP3165: it is not published;
    /// SUP3166: it must still be shown, with the first day on which it need not; SUP3167: a word is none of the policy's; SUP2310 and more: see
    /// <see cref="CaseLifecycle"/>.
    /// </summary>
    public async Task<Outcome<RepairedPenalty>> RunAsync(RepairRequest request, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (RefuseWords(request) is { } wrong)
        {
            return wrong;
        }

        if (await cases.FindAsync(request.CaseId, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return Refusal.Of("SUP2300", request.CaseId);
        }

        if (before is not { Decision: { } decision, IsAnnulled: false } || before.Publications.All(shown => shown.WithdrawnOn is not null))
        {
            return Refusal.Of("SUP3165", request.CaseId);
        }

        var today = clock.Today;
        if (await lists.RefuseRepairAsync(before.SubjectId, today, cancellationToken).ConfigureAwait(false) is { } barred)
        {
            return barred;
        }

        var penalty = new PublishedPenalty(before.Id, before.SubjectId, decision.On, request.Severity, request.Area, MeasureOf(decision.Sanction.Kinds))
        {
            RepairedOn = today, DutyDone = request.DutyDone, Promised = request.Promised,
        };
        var judged = policy.Evaluate(penalty, today);
        if (judged.IsShown)
        {
            return Refusal.Of("SUP3166", before.Id, judged.Policy.ToString(), FirstDay(penalty, today) is { } first ? Invariant.Text(first) : "-");
        }

        var step = new CaseEntry(CaseTrigger.StopPublication, today) { Text = request.Reasons, Marks = CaseMarks.Repaired };
        if (!(await _advance.PrepareAsync(before.Id, step, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        await _advance.SaveAsync(after, actor, cancellationToken).ConfigureAwait(false);
        if (!(await LiftAsync(before, request.Reasons, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var lifted, out refusal))
        {
            return refusal;
        }

        await matters.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new RepairedPenalty(after, lifted, judged);
    }

    private async Task<Outcome<List<Matter>>> LiftAsync(PenaltyCase repaired, string reasons, Actor actor, CancellationToken cancellationToken)
    {
        var lifted = new List<Matter>();
        foreach (var measure in await matters.Store.ListOfSubjectAsync(repaired.SubjectId, MatterKind.ListEntry, cancellationToken).ConfigureAwait(false))
        {
            if (measure.State != MatterState.InForce || measure.Fact("case") != repaired.Id)
            {
                continue;
            }

            var step = new MatterEntry(MatterTrigger.Lift, matters.Now) { Text = reasons, Reference = repaired.Id };
            if (!(await matters.StepAsync(measure, step, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
            {
                return refusal;
            }

            lifted.Add(after);
        }

        return lifted;
    }

    // Today, where nothing but the duty or the promise is wanting.
    private DateOnly? FirstDay(PublishedPenalty penalty, DateOnly today) =>
        Enumerable.Range(0, Months).Select(months => penalty.DeterminedOn.AddMonths(months)).Where(day => day > today).Prepend(today)
            .Select(day => (DateOnly?)day).FirstOrDefault(day => !policy.Evaluate(penalty with { RepairedOn = day, DutyDone = true, Promised = true }, day!.Value).IsShown);

    private static Refusal? RefuseWords(RepairRequest request) =>
        request.Severity is not ("slight" or "ordinary" or "serious") ? Refusal.Of("SUP3167", request.Severity, "slight, ordinary, serious")
        : request.Area is not ("foodDrugEquipment" or "other") ? Refusal.Of("SUP3167", request.Area, "foodDrugEquipment, other")
        : null;

    // The heaviest counts.
    private static string MeasureOf(PenaltyKind kinds) =>
        (kinds & PenaltyKind.Revocation) != PenaltyKind.None ? "revocation"
        : (kinds & PenaltyKind.Downgrade) != PenaltyKind.None ? "downgrade"
        : (kinds & (PenaltyKind.ActivityRestriction | PenaltyKind.CareerLimit | PenaltyKind.Closure)) != PenaltyKind.None ? "ban"
        : (kinds & (PenaltyKind.LicenceSuspension | PenaltyKind.BusinessSuspension)) != PenaltyKind.None ? "suspension"
        : "fine";
}
