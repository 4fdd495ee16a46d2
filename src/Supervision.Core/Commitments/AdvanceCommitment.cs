using System.Globalization;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Commitments;

/// <summary>
/// Takes a step of a promise: grant, dispatch its check, order, recheck, withdraw. A grant dispatches its check in the same transaction
/// 有审必查: the task goes to the nearest agency of the item's field, to two officers whom a hash picks.
/// </summary>
[AllowedTo(Roles.Registrar | Roles.Inspector | Roles.Head)]
public sealed class AdvanceCommitment(
    MatterWork matters, ITaskStore tasks, ICatalogStore catalog, ISubjectStore subjects, IOfficerStore officers, IUnitOfWork work,
    AuthorityClock clock, LegalClock periods, TaskRules rules, CurrentActor current, ICreditEventStore events, ICreditPolicy policy,
    SubjectLists lists)
{
    private readonly OpenTask _open = new(tasks, catalog, subjects, officers, work, clock, periods, rules, current);

    /// <summary>
    /// Saves and journals the step. SUP7000: there is no such promise; SUP3104: the step is taken by another use case; SUP7021: a fact that
    /// only the program sets; SUP3114: the applicant is no longer eligible; SUP3115: the credit policy gives no time for the check; SUP7002
    /// to SUP7011, SUP3107 to SUP3113: see <see cref="MatterLifecycles.Commitment"/>; SUP2103 to SUP2149: see <see cref="OpenTask"/>.
    /// </summary>
    public async Task<Outcome<Matter>> RunAsync(string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        if (entry.Trigger is MatterTrigger.Qualify or MatterTrigger.Sign or MatterTrigger.Keep or MatterTrigger.Breach)
        {
            return Refusal.Of("SUP3104", entry.Trigger.ToString());
        }

        if (entry.Facts.Count > 0)
        {
            return Refusal.Of("SUP7021", entry.Facts.Keys.First());
        }

        if (!(await matters.FindAsync(id, MatterKind.Commitment, cancellationToken).ConfigureAwait(false)).TryGet(out var before, out var missing))
        {
            return missing;
        }

        var outcome = entry.Trigger switch
        {
            MatterTrigger.Grant => await GrantAsync(before, entry, actor, cancellationToken).ConfigureAwait(false),
            MatterTrigger.Dispatch => await DispatchAsync(before, entry, actor, byRule: false, cancellationToken).ConfigureAwait(false),
            MatterTrigger.FailRecheck => await matters.StepAsync(before, With(entry, ("recheck", "failed")), actor, cancellationToken).ConfigureAwait(false),
            _ => await matters.StepAsync(before, entry, actor, cancellationToken).ConfigureAwait(false),
        };
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<Matter>> GrantAsync(Matter before, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var credit = policy.Evaluate(await events.FindAsync(before.SubjectId!, cancellationToken).ConfigureAwait(false), today);
        var gate = CommitmentGate.Judge(
            before.SubjectId!, before.Category, before.Fact("addressTerms") is { Length: > 0 }, credit,
            await lists.OfAsync(before.SubjectId!, cancellationToken).ConfigureAwait(false), today);
        if (gate.Result != GateResult.Eligible)
        {
            return Refusal.Of("SUP3114", before.Id, gate.Result.ToString()).On(gate.Explanation.Basis!);
        }

        if (policy.Terms(today).CommitmentCheck is not { } term)
        {
            return Refusal.Of("SUP3115", credit.Policy.ToString());
        }

        var granted = With(
            entry, ("checkBy", Invariant.Text(term.LastDay(today))), ("grantedOn", Invariant.Text(today)), ("gradeAtGrant", credit.Grade.ToString()));
        if (!(await matters.StepAsync(before, granted, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        // Where nobody can check, the grant stands and its clock runs: whoever is overdue hears of it.
        var dispatch = await ByRuleAsync(after, cancellationToken).ConfigureAwait(false);
        return dispatch is null ? after : await DispatchAsync(after, dispatch, actor, byRule: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MatterEntry?> ByRuleAsync(Matter granted, CancellationToken cancellationToken)
    {
        if (await catalog.FindItemAsync(granted.Fact("checkItem")!, cancellationToken).ConfigureAwait(false) is not { } item
            || !item.MayBeInspectedOn(clock.Today)
            || await subjects.FindAsync(granted.SubjectId!, cancellationToken).ConfigureAwait(false) is not { } subject
            || Hierarchy.For(item.Field, subject.DivisionCode, await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false)) is not { } agency)
        {
            return null;
        }

        var pair = CheckOfficers.For(
            granted.Id, agency.Id, item.Field, subject.Id, await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false),
            await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false), clock.Today);
        return pair.Count == 0 ? null : new MatterEntry(MatterTrigger.Dispatch, granted.LastAt) { AgencyIds = [agency.Id], OfficerIds = pair };
    }

    private async Task<Outcome<Matter>> DispatchAsync(
        Matter before, MatterEntry entry, Actor actor, bool byRule, CancellationToken cancellationToken)
    {
        // A check that ended without a record is followed by another, which has a number.
        var earlier = before.Steps.Count(step => step.Entry.Trigger == MatterTrigger.Dispatch);
        var reference = earlier == 0 ? before.Id : $"{before.Id}.{Invariant.Text(earlier + 1)}";

        // The step first: its guards say whether a check may be opened at all.
        if (!(await matters.StepAsync(before, With(entry, ("task", $"commitment.{reference}")), actor, cancellationToken).ConfigureAwait(false))
            .TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        var due = DateOnly.ParseExact(before.Fact("checkBy")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var request = new TaskRequest(
            TaskSource.CommitmentCheck, reference, before.SubjectId!, before.Fact("checkItem")!, entry.AgencyIds[0], entry.OfficerIds,
            due < clock.Today ? clock.Today : due)
        {
            ChecklistId = before.Fact("checklist"),
        };
        return (await _open.AddAsync(request, actor, cancellationToken, byRule).ConfigureAwait(false)).TryGet(out _, out refusal) ? after : refusal;
    }

    private static MatterEntry With(MatterEntry entry, params IReadOnlyList<(string Name, string Value)> facts) =>
        entry with { Facts = MatterWork.FactsOf(facts) };
}
