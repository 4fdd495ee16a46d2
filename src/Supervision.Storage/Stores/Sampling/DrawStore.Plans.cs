using Microsoft.EntityFrameworkCore;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Storage.Mapping.Sampling;

namespace Supervision.Storage.Stores.Sampling;

// Plans.
internal sealed partial class DrawStore
{
    public Task AddPlanAsync(InspectionPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return scope.WriteAsync(
            $"plan {plan.Id}",
            session =>
            {
                session.Context.Add(PlanRow.From(plan));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }

    public async Task<InspectionPlan?> FindPlanAsync(string id, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<PlanRow>()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToPlan();
    }

    public async Task<IReadOnlyList<InspectionPlan>> FindPlansAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
        {
            return [];
        }

        var all = ids.ToArray(); // one parameter, and so one statement, however many there are
        var rows = await scope.Read().Context.Set<PlanRow>().Where(row => EF.Parameter(all).Contains(row.Id))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToPlan());
    }

    public async Task<IReadOnlyList<InspectionPlan>> ListPlansAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<PlanRow>()
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToPlan());
    }

    public async Task<IReadOnlyList<InspectionPlan>> ListNewestPlansAsync(
        string? agencyId, string? area, string? afterId, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        var context = scope.Read().Context;
        var plans = PlansOf(context, agencyId, area);
        if (afterId is not null)
        {
            var first = await context.Set<PlanRow>().Where(row => row.Id == afterId).Select(row => row.FirstDay).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? "";
            plans = plans.Where(row => row.FirstDay.CompareTo(first) < 0 || (row.FirstDay == first && row.Id.CompareTo(afterId) > 0));
        }

        var rows = await plans.OrderByDescending(row => row.FirstDay).ThenBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToPlan());
    }

    public async Task<IReadOnlyList<(string AgencyId, string DivisionCode)>> ListPlanPlacesAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<PlanRow>().Select(row => new { row.AgencyId, row.DivisionCode }).Distinct()
            .OrderBy(row => row.AgencyId).ThenBy(row => row.DivisionCode).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => (row.AgencyId, row.DivisionCode));
    }

    // Plans of an agency that concern an area: those below it, and those of its city and province.
    private static IQueryable<PlanRow> PlansOf(DbContext context, string? agencyId, string? area)
    {
        IQueryable<PlanRow> plans = context.Set<PlanRow>();
        plans = agencyId is null ? plans : plans.Where(row => row.AgencyId == agencyId);
        if (area is null)
        {
            return plans;
        }

        var below = DivisionArea.Prefix(area);
        string[] around = area.Length == 6 ? [area, area[..4] + "00", area[..2] + "0000"] : [area];
        return plans.Where(row => row.DivisionCode.StartsWith(below) || EF.Parameter(around).Contains(row.DivisionCode));
    }
}
