using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Coordination;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Coordination;

namespace Supervision.Storage.Stores.Coordination;

internal sealed class JointPlanStore(StorageScope scope) : IJointPlanStore
{
    private const int MostAtOnce = 1000;

    public Task AddAsync(JointPlan plan, IReadOnlyList<JointVisit> visits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(visits);
        return scope.WriteAsync(
            $"joint plan {plan.Id}",
            session =>
            {
                session.Context.Add(JointPlanRow.From(plan));
                session.Context.AddRange(visits.Select((visit, i) => JointVisitRow.From(plan, visit, i + 1)));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }

    public Task UpdateAsync(JointPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (id, by, on) = (plan.Id, plan.ApprovedBy, Stored.Date(plan.ApprovedOn));
        return MoveAsync(
            $"joint plan {id}",
            session => session.Context.Set<JointPlanRow>().Where(row => row.Id == id && row.ApprovedOn == null)
                .ExecuteUpdateAsync(row => row.SetProperty(p => p.ApprovedBy, by).SetProperty(p => p.ApprovedOn, on), cancellationToken),
            cancellationToken);
    }

    public async Task<JointPlan?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<JointPlanRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false))?.ToPlan();

    public async Task<IReadOnlyList<JointPlan>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        var rows = await scope.Read().Context.Set<JointPlanRow>().Where(row => afterId == null || row.Id.CompareTo(afterId) > 0)
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToPlan());
    }

    public async Task<JointPlan?> FindApprovedAsync(string agencyId, int year, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<JointPlanRow>()
            .SingleOrDefaultAsync(row => row.AgencyId == agencyId && row.Year == year && row.ApprovedOn != null, cancellationToken)
            .ConfigureAwait(false))?.ToPlan();

    public async Task<IReadOnlyList<PlannedVisit>> ListVisitsAsync(
        string planId, DateOnly from, DateOnly to, int after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        var (first, last) = (Stored.Date(from), Stored.Date(to));
        var rows = await scope.Read().Context.Set<JointVisitRow>()
            .Where(row => row.PlanId == planId && row.Number > after && row.PlannedOn.CompareTo(first) >= 0 && row.PlannedOn.CompareTo(last) <= 0)
            .OrderBy(row => row.Number).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToVisit());
    }

    public async Task<PlannedVisit?> FindVisitAsync(string planId, int number, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<JointVisitRow>().SingleOrDefaultAsync(row => row.PlanId == planId && row.Number == number, cancellationToken)
            .ConfigureAwait(false))?.ToVisit();

    public Task MarkOpenedAsync(PlannedVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var (plan, number, tasks) = (visit.PlanId, visit.Number, StorageJson.WriteTexts(visit.TaskIds));
        var checklists = StorageJson.Write(visit.Checklists.Select(PinnedChecklistJson.Of).ToArray());
        return MoveAsync(
            string.Create(CultureInfo.InvariantCulture, $"visit {number} of joint plan {plan}"),
            session => session.Context.Set<JointVisitRow>().Where(row => row.PlanId == plan && row.Number == number && row.Tasks == null)
                .ExecuteUpdateAsync(row => row.SetProperty(v => v.Tasks, tasks).SetProperty(v => v.Checklists, checklists), cancellationToken),
            cancellationToken);
    }

    private Task MoveAsync(string what, Func<StorageSession, Task<int>> move, CancellationToken cancellationToken) => scope.WriteAsync(
        what,
        async session => await move(session).ConfigureAwait(false) is 1 ? 1 : throw new ConcurrencyConflictException(what),
        cancellationToken);

    private static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostAtOnce);
    }
}
