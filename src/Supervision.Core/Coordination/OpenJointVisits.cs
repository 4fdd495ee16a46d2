using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Coordination;

/// <summary>
/// Turns the visits of an approved joint plan into tasks: one visit, a task for each check, done by the officers of the agency whose duty it is
/// or to which it was delegated. A visit is opened whole or not at all, and once.
/// </summary>
/// <legal source="浙江省综合行政执法条例" article="第十三条、第十五条" inForceFrom="2022-01-01" />
[AllowedTo(Roles.Planner)]
public sealed class OpenJointVisits(
    IJointPlanStore plans, IOfficerStore officers, IYearlyVisits yearly, OpenTask tasks, IUnitOfWork work, AuthorityClock clock, CurrentActor current)
{
    /// <summary>Most visits that are opened at once.</summary>
    public const int Most = 200;

    /// <summary>
    /// Opens the visits planned for a span of days and journals them; a visit that cannot be opened is refused with its reason and keeps no other
    /// from being opened, such as one that the yearly cap of its subject leaves no room for (SUP2243). SUP2234: there is no such plan; SUP9302: it is of another joint office; SUP2237: it is not approved; SUP2238: the
    /// span is empty, or has more than 200 visits that are not open yet.
    /// </summary>
    /// <param name="planId">Plan.</param>
    /// <param name="from">First planned day.</param>
    /// <param name="to">Last planned day, inclusive.</param>
    /// <param name="officerIds">Officers of the agencies that come, in the order in which each agency sends them.</param>
    /// <param name="actor">Who opens them, for the joint office.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<OpenedVisits>> RunAsync(
        string planId, DateOnly from, DateOnly to, IReadOnlyList<string> officerIds, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(officerIds);
        ArgumentNullException.ThrowIfNull(actor);
        if (await plans.FindAsync(planId, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return Refusal.Of("SUP2234", planId);
        }

        if (current.RefuseAgency(plan.AgencyId) is { } foreign)
        {
            return foreign;
        }

        if (plan.ApprovedOn is null)
        {
            return Refusal.Of("SUP2237", planId);
        }

        var waiting = to < from ? [] : await WaitingAsync(planId, from, to, cancellationToken).ConfigureAwait(false);
        if (waiting.Count is 0 or > Most)
        {
            return Refusal.Of("SUP2238", planId, Invariant.Text(from), Invariant.Text(to), Invariant.Text(waiting.Count));
        }

        var staff = (await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false))
            .Where(officer => officerIds.Contains(officer.Id, StringComparer.Ordinal)).ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        var teams = officerIds.Where(staff.ContainsKey).Distinct(StringComparer.Ordinal).ToLookup(id => staff[id].AgencyId, StringComparer.Ordinal);
        var (opened, refused) = (new List<PlannedVisit>(), new SortedDictionary<int, Refusal>());
        var cap = new YearlyCap(plan, yearly, plans);
        foreach (var planned in waiting)
        {
            if ((await OpenAsync(planned, cap, teams, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var made, out var refusal))
            {
                opened.Add(made);
            }
            else
            {
                refused[planned.Number] = refusal;
            }
        }

        if (opened.Count > 0)
        {
            await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new OpenedVisits(opened, refused);
    }

    private async Task<List<PlannedVisit>> WaitingAsync(string planId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        const int PageSize = 1000;
        var waiting = new List<PlannedVisit>();
        for (var after = 0; waiting.Count <= Most;)
        {
            var page = await plans.ListVisitsAsync(planId, from, to, after, PageSize, cancellationToken).ConfigureAwait(false);
            waiting.AddRange(page.Where(visit => visit.TaskIds.Count == 0));
            if (page.Count < PageSize)
            {
                break;
            }

            after = page[^1].Number;
        }

        return waiting;
    }

    private async Task<Outcome<PlannedVisit>> OpenAsync(
        PlannedVisit planned, YearlyCap cap, ILookup<string, string> teams, Actor actor, CancellationToken cancellationToken)
    {
        var visit = planned.Visit;
        if (visit.To < clock.Today)
        {
            return Refusal.Of("SUP2239", planned.PlanId, Invariant.Text(planned.Number), Invariant.Text(visit.To));
        }

        if (await cap.RefuseAsync(planned, clock.Today, cancellationToken).ConfigureAwait(false) is { } full)
        {
            return full;
        }

        foreach (var (agency, count) in visit.Attendances.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (teams[agency].Count() < count)
            {
                return Refusal.Of("SUP2240", planned.PlanId, Invariant.Text(planned.Number), agency, Invariant.Text(count), Invariant.Text(teams[agency].Count()));
            }
        }

        var prepared = new List<InspectionTask>();
        foreach (var (check, number) in visit.Checks.Select((check, i) => (check, i + 1)))
        {
            var agency = visit.DoneBy(check);
            var request = new TaskRequest(
                TaskSource.JointPlan, $"{planned.PlanId}.{Invariant.Text(planned.Number)}.{Invariant.Text(number)}", visit.SubjectId, check.ItemCode,
                agency, [.. teams[agency].Take(visit.Attendances[agency])], visit.To);
            if (!(await tasks.PrepareAsync(request, actor, cancellationToken, byRule: true).ConfigureAwait(false)).TryGet(out var task, out var refusal))
            {
                return refusal;
            }

            prepared.Add(task);
        }

        foreach (var task in prepared)
        {
            await tasks.KeepAsync(task, actor, cancellationToken).ConfigureAwait(false);
        }

        planned = planned with { TaskIds = [.. prepared.Select(task => task.Id)], Checklists = [.. prepared.Select(task => task.Checklist)] };
        await plans.MarkOpenedAsync(planned, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("joint-visit.opened", $"{planned.PlanId}.{Invariant.Text(planned.Number)}", actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("subject", visit.SubjectId);
            json.WriteStartArray("tasks");
            foreach (var (check, task) in visit.Checks.Zip(prepared))
            {
                json.WriteStartObject();
                json.WriteString("task", task.Id);
                json.WriteString("owner", check.AgencyId);
                json.WriteString("doneBy", task.AgencyId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        })));
        return planned;
    }
}
