using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Coordination;

/// <summary>
/// Takes a step of an event: triage, dispatch, accept, return, transfer, handle, recheck, feed back. Accepting with an item and officers
/// opens the inspection task in the same transaction.
/// </summary>
[AllowedTo(Roles.Planner | Roles.Inspector | Roles.CaseOfficer | Roles.Head)]
public sealed class AdvanceEvent(
    MatterWork matters,
    EventCategories categories,
    ITaskStore tasks,
    ICatalogStore catalog,
    ISubjectStore subjects,
    IOfficerStore officers,
    IUnitOfWork work,
    AuthorityClock clock,
    LegalClock periods,
    TaskRules rules,
    CurrentActor current)
{
    private readonly OpenTask _open = new(tasks, catalog, subjects, officers, work, clock, periods, rules, current);

    /// <summary>
    /// Saves and journals the step. SUP7021: a fact that only the program sets; SUP7000: there is no such event; SUP7002 to SUP7019: see <see cref="MatterLifecycles.Event"/>; SUP7203: a task
    /// needs a subject; SUP2102 to SUP2149: see <see cref="OpenTask"/>.
    /// </summary>
    public async Task<Outcome<Matter>> RunAsync(string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        if (MatterWork.RefuseReserved(entry) is { } reserved)
        {
            return reserved;
        }

        if (!(await matters.FindAsync(id, MatterKind.Event, cancellationToken).ConfigureAwait(false)).TryGet(out var before, out var missing))
        {
            return missing;
        }

        if (entry is { Trigger: MatterTrigger.Accept, ItemCode: { } item })
        {
            if (before.SubjectId is not { } subject)
            {
                return Refusal.Of("SUP7203", id);
            }

            var request = new TaskRequest(SourceOf(before), id, subject, item, before.AgencyId, entry.OfficerIds, null);
            request = request with { DueOn = DueOn(before, request) };
            if (!(await _open.AddAsync(request, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var task, out var refusal))
            {
                return refusal;
            }

            entry = entry with { Facts = new Dictionary<string, string>(entry.Facts, StringComparer.Ordinal) { ["task"] = task.Id } };
        }

        var outcome = await matters.StepAsync(
            before, entry, actor, cancellationToken, entry.Trigger == MatterTrigger.Triage ? categories.Find(entry.Category) is not null : null)
            .ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    // The task is due when the event is: its clock after the step, at the grain of days.
    private DateOnly? DueOn(Matter before, TaskRequest request)
    {
        if (rules.For(request.Source, clock.Today)?.Due is not null)
        {
            return null;
        }

        var accepted = matters.Clocks.For(before with { State = MatterState.Accepted }, clock.Now);
        return accepted?.DueAt is { } due ? matters.Clocks.DateOf(due.AddTicks(-1)) : clock.Today;
    }

    private static TaskSource SourceOf(Matter matter) => matter.Category switch
    {
        nameof(EventOrigin.Complaint) or nameof(EventOrigin.TipOff) => TaskSource.Complaint,
        nameof(EventOrigin.Warning) => TaskSource.Warning,
        nameof(EventOrigin.Superior) => TaskSource.SuperiorOrder,
        _ => TaskSource.Coordination,
    };
}
