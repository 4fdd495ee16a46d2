using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Storage.Mapping.Sampling;

namespace Supervision.Storage.Stores.Sampling;

internal sealed class DrawStore(StorageScope scope) : IDrawStore
{
    // What each authority's chain ended with when this scope looked: an announcement continues that, or is a conflict.
    private readonly Dictionary<string, long> _lastSeen = new(StringComparer.Ordinal);

    public Task AddPlanAsync(InspectionPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return AddAsync($"plan {plan.Id}", PlanRow.From(plan), cancellationToken);
    }

    public async Task<InspectionPlan?> FindPlanAsync(string id, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<PlanRow>()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToPlan();
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

    public async Task<LoggedAnnouncement?> LastAnnouncementAsync(string authority, CancellationToken cancellationToken)
    {
        var row = await LastOf(scope.Read(), authority, cancellationToken).ConfigureAwait(false);
        _lastSeen[authority] = row?.Position ?? 0;
        return row?.ToAnnouncement();
    }

    public async Task<int> LastNumberAsync(string authority, string programme, CancellationToken cancellationToken) =>
        await scope.Read().Context.Set<AnnouncementRow>()
            .Where(row => row.Authority == authority && row.Programme == programme)
            .MaxAsync(row => (int?)row.Number, cancellationToken).ConfigureAwait(false) ?? 0;

    public Task AddAnnouncementAsync(LoggedAnnouncement announcement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var what = $"the announcements of {announcement.Authority}";
        return scope.WriteAsync(
            what,
            async session =>
            {
                await session.Engine.SerialiseAsync(session, "announcements", cancellationToken).ConfigureAwait(false);
                var last = await LastOf(session, announcement.Authority, cancellationToken).ConfigureAwait(false);
                if (_lastSeen.TryGetValue(announcement.Authority, out var seen) && seen != (last?.Position ?? 0))
                {
                    throw new ConcurrencyConflictException(what);
                }

                var highest = await session.Context.Set<AnnouncementRow>()
                    .MaxAsync(row => (long?)row.Position, cancellationToken).ConfigureAwait(false) ?? 0;
                session.Context.Add(AnnouncementRow.From(announcement, highest + 1));
                _lastSeen[announcement.Authority] = highest + 1;
                return await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<LoggedAnnouncement>> ListAnnouncementsAsync(string authority, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<AnnouncementRow>().Where(row => row.Authority == authority)
            .OrderBy(row => row.Position).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToAnnouncement());
    }

    public async Task<LoggedAnnouncement?> FindAnnouncementAsync(DrawNumber number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(number);
        var row = await scope.Read().Context.Set<AnnouncementRow>().SingleOrDefaultAsync(
            row => row.Authority == number.Authority && row.Programme == number.Programme && row.Number == number.Number, cancellationToken).ConfigureAwait(false);
        return row?.ToAnnouncement();
    }

    public async Task<IReadOnlyList<LoggedAnnouncement>> ListOpenAnnouncementsAsync(
        string? agencyId, string? area, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        var context = scope.Read().Context;
        var plans = PlansOf(context, agencyId, area);
        var rows = await context.Set<AnnouncementRow>()
            .Where(row => row.State == (int)AnnouncementState.Announced && plans.Any(plan => plan.Id == row.Programme))
            .OrderByDescending(row => row.Position).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToAnnouncement());
    }

    public Task EndAnnouncementAsync(LoggedAnnouncement announcement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var what = $"the announcements of {announcement.Authority}";
        return scope.WriteAsync(
            what,
            async session =>
            {
                var row = await session.Context.Set<AnnouncementRow>().SingleAsync(
                    row => row.Authority == announcement.Authority && row.Programme == announcement.Programme && row.Number == announcement.Number,
                    cancellationToken).ConfigureAwait(false);
                if (row.State != (int)AnnouncementState.Announced)
                {
                    throw new ConcurrencyConflictException(what);
                }

                (row.State, row.Reason, row.Party) = ((int)announcement.State, announcement.Reason, announcement.Party);
                session.Context.Entry(row).State = EntityState.Modified;
                return await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

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

    private static Task<AnnouncementRow?> LastOf(
        StorageSession session, string authority, CancellationToken cancellationToken) =>
        session.Context.Set<AnnouncementRow>().Where(row => row.Authority == authority)
            .OrderByDescending(row => row.Position).FirstOrDefaultAsync(cancellationToken);

    private Task<bool> AddAsync(string what, object row, CancellationToken cancellationToken) => scope.WriteAsync(
        what,
        session =>
        {
            session.Context.Add(row);
            return session.FlushAsync(cancellationToken);
        },
        cancellationToken);
}
