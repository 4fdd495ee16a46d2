using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Coordination;

/// <summary>
/// Holds the yearly cap 频次上限 when the visits of a joint plan are opened, as the merge held it among the plan's own: what took place or is open
/// at a subject counts, whoever went for whatever reason, and so do the visits that a law demands and the plan still has. Those are never refused.
/// </summary>
/// <legal source="国办发〔2024〕54号" article="公布年度频次上限" inForceFrom="2025-01-01" />
internal sealed class YearlyCap(JointPlan plan, IYearlyVisits visits, IJointPlanStore plans)
{
    /// <summary>SUP2243: the subject has its visits of the year, and no law demands this one. Null when it may be opened.</summary>
    public async Task<Refusal?> RefuseAsync(PlannedVisit planned, DateOnly today, CancellationToken cancellationToken)
    {
        if (plan.Rules is not { YearlyCap: { } cap, CapBasis: { } basis } || planned.Visit.IsStatutory)
        {
            return null;
        }

        var subject = planned.Visit.SubjectId;
        var counted = Counted(await visits.ListOfYearAsync(subject, plan.Year, cancellationToken).ConfigureAwait(false), plan.Rules);
        foreach (var demanded in await DemandedAsync(planned, today, cancellationToken).ConfigureAwait(false))
        {
            counted.Add((demanded.Visit.To, $"{Agencies(demanded.Visit.Attendances.Keys)} ≤{Invariant.Text(demanded.Visit.To)}"));
        }

        return counted.Count < cap
            ? null
            : Refusal.Of(
                "SUP2243", plan.Id, Invariant.Text(planned.Number), subject, Invariant.Text(plan.Year), Invariant.Text(cap), Invariant.Text(counted.Count),
                string.Join(", ", counted.Order().Select(visit => visit.Text))).On(basis);
    }

    // One joint visit, and one draw, is one visit however many tasks it has. Where nobody went, nothing counts.
    private static List<(DateOnly On, string Text)> Counted(IEnumerable<InspectionTask> tasks, MergeRules rules) =>
    [
        .. tasks.Where(task => !rules.Uncounted.Contains(task.Source))
            .Where(task => task.State != TaskState.Terminated || task.PresentedAt is not null)
            .GroupBy(VisitOf, StringComparer.Ordinal)
            .Select(visit =>
            {
                var recorded = visit.Where(task => task.RecordedAt is not null).Select(task => DateOnly.FromDateTime(task.RecordedAt!.Value.DateTime)).ToList();
                var on = recorded.Count > 0 ? recorded.Min() : visit.Min(task => task.DueOn);
                return (on, $"{Agencies(visit.Select(task => task.AgencyId))} {(recorded.Count > 0 ? "" : "≤")}{Invariant.Text(on)}");
            }),
    ];

    private static string VisitOf(InspectionTask task) => task switch
    {
        { Source: TaskSource.JointPlan, SourceReference: { } reference } => $"joint.{reference[..reference.LastIndexOf('.')]}",
        { DrawId: { } draw } => $"draw.{draw}",
        _ => $"task.{task.Id}",
    };

    private static string Agencies(IEnumerable<string> ids) => string.Join('+', ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // The visits of a subject stand together in a plan, for the merge goes from subject to subject.
    private async Task<List<PlannedVisit>> DemandedAsync(PlannedVisit planned, DateOnly today, CancellationToken cancellationToken)
    {
        var demanded = new List<PlannedVisit>();
        foreach (var step in (int[])[-1, 1])
        {
            var number = planned.Number + step;
            while (await plans.FindVisitAsync(plan.Id, number, cancellationToken).ConfigureAwait(false) is { } other
                && other.Visit.SubjectId == planned.Visit.SubjectId)
            {
                if (other is { TaskIds.Count: 0, Visit.IsStatutory: true } && other.Visit.To >= today)
                {
                    demanded.Add(other);
                }

                number += step;
            }
        }

        return demanded;
    }
}
