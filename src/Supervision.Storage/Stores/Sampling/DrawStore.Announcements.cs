using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Sampling;
using Supervision.Storage.Mapping.Sampling;

namespace Supervision.Storage.Stores.Sampling;

// Announcements: a chain for each authority.
internal sealed partial class DrawStore
{
    // What each authority's chain ended with when this scope looked: an announcement continues that, or is a conflict.
    private readonly Dictionary<string, long> _lastSeen = new(StringComparer.Ordinal);

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

    private static Task<AnnouncementRow?> LastOf(
        StorageSession session, string authority, CancellationToken cancellationToken) =>
        session.Context.Set<AnnouncementRow>().Where(row => row.Authority == authority)
            .OrderByDescending(row => row.Position).FirstOrDefaultAsync(cancellationToken);
}
