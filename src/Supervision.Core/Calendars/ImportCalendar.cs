using System.Globalization;
using System.Text;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Time;

namespace Supervision.Calendars;

/// <summary>
/// Takes in a year's notice, or a changed one: every open deadline of all agencies is counted again, and each that moves is journalled.
/// </summary>
[AllowedTo(Roles.Administrator, IsShared = true)]
public sealed class ImportCalendar(
    ICalendarStore calendars, LiveCalendar live, CaseRecount cases, TaskRecount tasks, MatterRecount matters, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Keeps the notice, recounts and journals in one transaction; the same notice again changes nothing. SUP2210: it is no notice;
    /// SUP2211: it works on a statutory holiday; SUP2212: a day lies outside of its year and the weeks beside it. The calendar of this
    /// process changes with it; another process takes it with <see cref="LiveCalendar.Take"/>: when it opens the database, and again and again while it runs.
    /// </summary>
    /// <param name="content">The notice as JSON: year, papers, days.</param>
    /// <param name="actor">Who takes it in.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<CalendarImport>> RunAsync(string content, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Read(content).TryGet(out var notice, out var refusal))
        {
            return refusal;
        }

        var stored = await calendars.ListAsync(cancellationToken).ConfigureAwait(false);
        List<CalendarYear> years = [.. stored.Select(kept => kept.Read())];
        var before = live.With(years);
        var after = live.With([.. years, notice]);
        if (after.Version == before.Version)
        {
            live.Take(years);
            return new CalendarImport(notice.Year, 0, before.Version, []);
        }

        var hash = Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(content)).ToString();
        var number = stored.Count(kept => kept.Year == notice.Year) + 1;
        await calendars.AddAsync(new CalendarNotice(notice.Year, number, content, hash, actor, clock.Now), cancellationToken).ConfigureAwait(false);
        List<DeadlineMove> moves =
        [
            .. await cases.RunAsync(before, after, cancellationToken).ConfigureAwait(false),
            .. await tasks.RunAsync(after, cancellationToken).ConfigureAwait(false),
            .. await matters.RunAsync(after, actor, cancellationToken).ConfigureAwait(false),
        ];
        work.Append(new JournalRecord(
            "calendar.imported", notice.Year.ToString(CultureInfo.InvariantCulture), actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteNumber("number", number);
                json.WriteString("content", hash);
                json.WriteString("before", before.Version);
                json.WriteString("after", after.Version);
                json.WriteNumber("moved", moves.Count);
            })));
        foreach (var move in moves)
        {
            work.Append(new JournalRecord($"{move.Noun}.deadline-moved", move.Id, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("clock", move.Clock);
                json.WriteString("from", move.From is { } from ? Invariant.Text(from) : null);
                json.WriteString("to", move.To is { } to ? Invariant.Text(to) : null);
                json.WriteString("calendar", after.Version);
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        live.Take([.. years, notice]);
        return new CalendarImport(notice.Year, number, after.Version, moves);
    }

    private static Outcome<CalendarYear> Read(string content)
    {
        CalendarYear notice;
        try
        {
            notice = CalendarYear.Parse(content);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            return Refusal.Of("SUP2210", malformed.Message);
        }

        var holidays = StatutoryHolidays.Shipped;
        if (holidays.Of(notice.Year).Where(notice.Works).Select(day => (DateOnly?)day).FirstOrDefault() is { } worked)
        {
            return Refusal.Of("SUP2211", Invariant.Text(worked)).On(holidays.Basis);
        }

        // Some days of the December before, and of the January after, are arranged by a year's notice.
        var (first, last) = (new DateOnly(notice.Year - 1, 12, 1), new DateOnly(notice.Year + 1, 1, 31));
        return notice.Days.Where(day => day < first || day > last).Select(day => (DateOnly?)day).FirstOrDefault() is { } outside
            ? Refusal.Of("SUP2212", Invariant.Text(outside), Invariant.Text(notice.Year))
            : notice;
    }
}
