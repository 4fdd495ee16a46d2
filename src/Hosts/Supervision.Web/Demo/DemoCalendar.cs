using System.Text.Json;
using Supervision.Audit;
using Supervision.Calendars;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Web.Demo;

/// <summary>
/// The demonstration goes on through a year that nobody has arranged yet, or that this version does not know: it counts by a notice that is
/// made up. A bureau waits for the State Council's and takes that in.
/// </summary>
internal static class DemoCalendar
{
    // The holidays of the law with a fixed date; those that follow moon and sun are left out, and nobody works at a weekend for them.
    private static readonly (int Month, int Day)[] s_daysOff = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];

    /// <summary>Makes up the notices of this year and the next, as far as they are missing.</summary>
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var administrator = new Actor("console", "local") { Roles = Roles.Administrator };
        var year = services.GetRequiredService<AuthorityClock>().Today.Year;
        for (var last = year + 1; year <= last; year++)
        {
            if (!services.GetRequiredService<LiveCalendar>().Current.IsProvisional(new DateOnly(year - 1, 12, 31)))
            {
                continue; // it has been arranged
            }

            var notice = NoticeOf(year);
            (await services.GetRequiredService<CommandDesk>().RunAsync<ImportCalendar, Outcome<CalendarImport>>(
                administrator, import => import.RunAsync(notice, administrator, cancellationToken), cancellationToken)).OrThrow();
        }
    }

    private static string NoticeOf(int year) => JsonSerializer.Serialize(new
    {
        year, papers = Array.Empty<string>(), days = s_daysOff.Select(day => new { date = new DateOnly(year, day.Month, day.Day), isOffDay = true }),
    });
}
