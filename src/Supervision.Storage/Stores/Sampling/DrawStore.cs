using Microsoft.EntityFrameworkCore;
using Supervision.Sampling;
using Supervision.Storage.Mapping.Sampling;

namespace Supervision.Storage.Stores.Sampling;

internal sealed partial class DrawStore(StorageScope scope) : IDrawStore
{
    public Task UnsealDrawAsync(string id, CancellationToken cancellationToken) => scope.WriteAsync(
        $"draw {id}",
        async session =>
        {
            var row = await session.Context.Set<DrawRow>()
                .SingleAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
            row.IsSealed = 0;
            session.Context.Entry(row).State = EntityState.Modified;
            return await session.FlushAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public Task AddReserveUseAsync(string drawId, ReserveUse use, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(use);
        return scope.WriteAsync(
            $"draw {drawId}",
            async session =>
            {
                var position = await session.Context.Set<ReserveUseRow>()
                    .CountAsync(row => row.DrawId == drawId, cancellationToken).ConfigureAwait(false) + 1;
                session.Context.Add(ReserveUseRow.From(drawId, position, use));
                session.Context.Add(new DrawnSubjectRow { DrawId = drawId, SubjectId = use.By, Cell = use.Cell });
                return await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<ReserveUse>> ListReserveUsesAsync(string drawId, CancellationToken cancellationToken)
    {
        var rows = await Uses(scope.Read().Context, drawId).OrderBy(row => row.Position).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToUse());
    }

    public async Task<ReserveUse?> LastReserveUseAsync(string drawId, CancellationToken cancellationToken)
    {
        var row = await Uses(scope.Read().Context, drawId).OrderByDescending(row => row.Position).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return row?.ToUse();
    }

    public Task AddDrawAsync(Draw draw, IReadOnlyList<DrawnSubject> subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentNullException.ThrowIfNull(subjects);
        return scope.WriteAsync(
            $"draw {draw.Id}",
            async session =>
            {
                session.Context.Add(DrawRow.From(draw));
                await session.FlushAsync(cancellationToken).ConfigureAwait(false);
                await DrawnSubjectRow.TableOf(draw.Id).AddAsync(session.Connection, subjects, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<Draw?> FindDrawAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Visible(scope.Read().Context)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToDraw();
    }

    public async Task<IReadOnlyList<Draw>> ListDrawsAsync(CancellationToken cancellationToken)
    {
        var rows = await Visible(scope.Read().Context)
            .OrderBy(row => row.DrawnAt).ThenBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToDraw());
    }

    public async Task<IReadOnlyList<Draw>> ListNewestDrawsAsync(string? agencyId, string? area, string? afterId, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        var context = scope.Read().Context;
        var draws = Visible(context);
        if (agencyId is not null || area is not null)
        {
            var plans = PlansOf(context, agencyId, area);
            draws = draws.Where(row => plans.Any(plan => plan.Id == row.PlanId));
        }

        if (afterId is not null)
        {
            var at = await context.Set<DrawRow>().Where(row => row.Id == afterId).Select(row => (long?)row.DrawnAt).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            draws = draws.Where(row => row.DrawnAt < at || (row.DrawnAt == at && row.Id.CompareTo(afterId) < 0));
        }

        var rows = await draws.OrderByDescending(row => row.DrawnAt).ThenByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToDraw());
    }

    public async Task<IReadOnlyList<Draw>> ListDrawsOfPlansAsync(IReadOnlyList<string> planIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(planIds);
        var ids = planIds.ToArray();
        var rows = await Visible(scope.Read().Context).Where(row => EF.Parameter(ids).Contains(row.PlanId))
            .OrderByDescending(row => row.DrawnAt).ThenByDescending(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToDraw());
    }

    public async Task<IReadOnlyList<DrawnSubject>> ListDrawnAsync(string drawId, CancellationToken cancellationToken)
    {
        var rows = await Drawn(scope.Read().Context, drawId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToDrawnSubject());
    }

    public async Task<IReadOnlyList<DrawnSubject>> ListDrawnPageAsync(string drawId, string? afterId, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        var after = afterId ?? "";
        var rows = await Drawn(scope.Read().Context, drawId).Where(row => row.SubjectId.CompareTo(after) > 0)
            .Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToDrawnSubject());
    }

    public IAsyncEnumerable<FrameSubject> StreamFrameAsync(
        string divisionCode, IReadOnlyList<string> categories, CancellationToken cancellationToken) =>
        FrameQuery.StreamAsync(scope, divisionCode, categories, cancellationToken);

    private static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
    }

    // A sealed draw would warn whom it will visit: until it is opened, only who finds its plan sees it.
    private static IQueryable<DrawRow> Visible(DbContext context) => context.Set<DrawRow>()
        .Where(draw => draw.IsSealed == 0 || context.Set<PlanRow>().Any(plan => plan.Id == draw.PlanId));

    private static IQueryable<DrawnSubjectRow> Drawn(DbContext context, string drawId)
    {
        var replaced = context.Set<ReserveUseRow>().Where(row => row.DrawId == drawId).Select(row => row.Replaced);
        return context.Set<DrawnSubjectRow>()
            .Where(row => row.DrawId == drawId && !replaced.Contains(row.SubjectId) && Visible(context).Any(draw => draw.Id == row.DrawId))
            .OrderBy(row => row.SubjectId);
    }

    private static IQueryable<ReserveUseRow> Uses(DbContext context, string drawId) => context.Set<ReserveUseRow>()
        .Where(row => row.DrawId == drawId && Visible(context).Any(draw => draw.Id == row.DrawId));
}
