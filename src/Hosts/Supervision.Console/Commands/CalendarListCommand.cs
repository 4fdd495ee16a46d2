using System.CommandLine;
using System.Globalization;
using Supervision.Calendars;
using Supervision.Console.Shell;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>The calendar that counts, and the notices that were taken in.</summary>
internal static class CalendarListCommand
{
    public static Command Create(CommandFactory factory)
    {
        return factory.Verb("calendar.list", RunAsync);

        static async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var notices = await services.RunAsync<ICalendarStore, IReadOnlyList<CalendarNotice>>(store => store.ListAsync(cancellationToken));
            Show(run, services.Get<LiveCalendar>().Current.Version, notices);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, string version, IReadOnlyList<CalendarNotice> notices) => run.Output.Show(
        json =>
        {
            json.WriteString("calendar", version);
            json.WriteRows("notices", notices, notice =>
            {
                json.WriteNumber("year", notice.Year);
                json.WriteNumber("number", notice.Number);
                json.WriteString("hash", notice.ContentHash);
                json.WriteString("by", $"{notice.By.Id}@{notice.By.AgencyId}");
            });
        },
        output =>
        {
            output.Line(version);
            output.Table(
                [run.Texts["column.year"], run.Texts["column.version"], run.Texts["column.hash"], run.Texts["column.actor"]],
                notices.Select(notice => (IReadOnlyList<string>)
                [
                    notice.Year.ToString(CultureInfo.InvariantCulture), notice.Number.ToString(CultureInfo.InvariantCulture), notice.ContentHash,
                    $"{notice.By.Id}@{notice.By.AgencyId}",
                ]));
        });
}
