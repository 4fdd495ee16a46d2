using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>The one form 一表通查 of a visit: the checklists of its items, the leading agency's first, with an owner for each line.</summary>
[AllowedTo(Roles.Planner | Roles.Inspector | Roles.Head)]
public sealed class ShowJointForm(IJointPlanStore plans, ICatalogStore catalog)
{
    /// <summary>
    /// The form. SUP2234: there is no such plan or visit; SUP2143: an item is not in the catalogue; SUP2144: an item has no checklist. Until the visit
    /// is opened the form is of the newest checklists; from then on of those that its tasks pinned, whatever is published later.
    /// </summary>
    public async Task<Outcome<JointForm>> RunAsync(string planId, int number, CancellationToken cancellationToken)
    {
        if (await plans.FindVisitAsync(planId, number, cancellationToken).ConfigureAwait(false) is not { Visit: var visit } planned)
        {
            return Refusal.Of("SUP2234", $"{planId} {Invariant.Text(number)}");
        }

        var sources = new List<FormSource>();
        foreach (var (check, place) in visit.Checks.Select((check, i) => (check, i)))
        {
            var found = await ChecklistAsync(check, planned.Checklists.ElementAtOrDefault(place), cancellationToken).ConfigureAwait(false);
            if (!found.TryGet(out var checklist, out var refusal))
            {
                return refusal;
            }

            sources.Add(new FormSource(check.AgencyId, checklist, visit.DelegatedTo.GetValueOrDefault(check.Id)));
        }

        // Two items of one agency may share a checklist: it is asked once.
        var form = OneForm.Of(
        [
            .. sources.DistinctBy(source => (source.AgencyId, source.Checklist.Id)).OrderByDescending(source => source.AgencyId == visit.LeadAgencyId),
        ]);
        return new JointForm(planned, form, [.. sources.Select(source => source.Checklist.Id)]);
    }

    private async Task<Outcome<Checklist>> ChecklistAsync(PlannedCheck check, ChecklistReference? pinned, CancellationToken cancellationToken)
    {
        if (pinned is not null)
        {
            return await catalog.FindChecklistAsync(pinned.Id, pinned.Version, cancellationToken).ConfigureAwait(false) is { } kept
                ? kept : Refusal.Of("SUP2144", check.ItemCode);
        }

        if (await catalog.FindItemAsync(check.ItemCode, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return Refusal.Of("SUP2143", check.ItemCode);
        }

        return item.ChecklistId is { } id && await catalog.FindChecklistAsync(id, null, cancellationToken).ConfigureAwait(false) is { } newest
            ? newest : Refusal.Of("SUP2144", item.Code);
    }
}
