using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Supervision.Calendars;
using Supervision.Storage.Mapping.Calendars;

namespace Supervision.Storage.Stores.Calendars;

internal sealed class CalendarStore(StorageScope scope) : ICalendarStore
{
    public async Task<IReadOnlyList<CalendarNotice>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<CalendarNoticeRow>()
            .OrderBy(row => row.Year).ThenBy(row => row.Number).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToNotice());
    }

    public Task AddAsync(CalendarNotice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return scope.WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"calendar {notice.Year}"),
            session =>
            {
                session.Context.Add(CalendarNoticeRow.From(notice));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }
}
