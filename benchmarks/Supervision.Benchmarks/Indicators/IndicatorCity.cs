using System.Data.Common;
using System.Globalization;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Matters;

namespace Supervision.Benchmarks.Indicators;

/// <summary>
/// A year of a city, made from a seed: nine divisions with five agencies each, subjects, officers, tasks with findings and what devices recorded, warnings, events,
/// publications, credit events and days of monitoring points, and an entry of the journal for each task. Only the columns that indicators read mean anything.
/// </summary>
internal sealed class IndicatorCity(int subjects, int tasks)
{
    private const int Divisions = 9;
    private const int AgenciesEach = 5;
    private const int Officers = 5_166;
    private const int Points = 455;
    private const int Days = 365;
    private static readonly DateOnly s_first = new(2026, 1, 1);
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public async Task WriteAsync(DbConnection connection)
    {
        await BulkRows.WriteAsync(
            connection, "agencies", "id, name, division_code, fields",
            Enumerable.Range(0, Divisions * AgenciesEach).Select(at => new object?[] { Agency(at), Agency(at), Division(at / AgenciesEach), "" }));
        await BulkRows.WriteAsync(
            connection, "officers", "id, name, agency_id, certificate_number, valid_from, valid_to, fields, is_suspended",
            Enumerable.Range(0, Officers).Select(at => new object?[] { Officer(at), "", AgencyOfOfficer(at), "", "2024-01-01", at % 50 == 0 ? "2026-06-30" : "2029-12-31", "", at % 97 == 0 ? 1L : 0L }));
        await BulkRows.WriteAsync(
            connection, "subjects", "id, kind, name, division_code, industry_code, categories, status, address",
            Enumerable.Range(0, subjects).Select(at => new object?[] { Subject(at), 1L, $"店{at}", Division(at % Divisions), "", "", 1L, "" }));
        await TasksAsync(connection);
        await MattersAsync(connection);
        await BulkRows.WriteAsync(
            connection, "case_publicities", "case_id, kind, agency_id, subject_id, due_on, met_on", Seeded(tasks / 20, (at, chance) =>
            {
                var due = chance.Next(Days);
                return
                [
                    $"c{at}", (long)CaseDeadlineKind.DoublePublicity, Agency(chance.Next(Divisions * AgenciesEach)), Subject(chance.Next(subjects)), Day(due),
                    chance.Next(10) == 0 ? null : Day(due + chance.Next(-7, 3)),
                ];
            }));
        await BulkRows.WriteAsync(
            connection, "credit_events", "sequence, id, subject_id, kind, occurred_on, faults", Seeded(tasks / 6, (at, chance) =>
                [(long)at + 1, $"e{at}", Subject(chance.Next(subjects)), (long)(chance.Next(4) == 0 ? CreditEventKind.RepairApproved : CreditEventKind.PointNoticeServed), Day(chance.Next(Days)), "[]"]));
        await BulkRows.WriteAsync(
            connection, "sensor_days", "id, subject_id, point, day, expected, received, valid", Seeded(Points * Days, (at, chance) =>
            {
                var (subject, day, received) = (Subject(at % Points), Day(at / Points), chance.Next(12) == 0 ? chance.Next(24) : 24L);
                return [$"{subject}|p|{day}", subject, "p", day, 24L, received, received - (chance.Next(20) == 0 ? received / 4 : 0)];
            }));
    }

    private async Task TasksAsync(DbConnection connection)
    {
        var made = Tasks().ToList();
        await BulkRows.WriteAsync(
            connection, "tasks",
            "id, draw_id, subject_id, item_code, checklist_id, checklist_version, checklist_hash, agency_id, officer_ids, due_on, state, entries, recorded_at, recorded_offset, recorded_on, "
            + "rectify_by, version, source, visit",
            made.Select(task => new object?[]
            {
                task.Id, task.IsDrawn ? "d-1" : "", task.SubjectId, "33070100200100", "k", 1L, "", task.AgencyId, $"[\"{task.OfficerId}\"]", Day(task.Due),
                (long)(task.Recorded is null ? TaskState.Assigned : TaskState.Closed), "[]", task.Recorded is { } at ? Instant(at) : null, task.Recorded is null ? null : 480L,
                task.Recorded is { } day ? Day(day) : null, task.Rectify is { } by ? Day(by) : null, 3L, (long)(task.IsDrawn ? TaskSource.PlanDraw : TaskSource.Immediate), Visit(task),
            }));
        await BulkRows.WriteAsync(
            connection, "findings", "id, task_id, subject_id, point_id, content_code, severity, found_on, note, is_noticed",
            made.Where(task => task.HasFinding).SelectMany(task => Enumerable.Range(1, 2).Select(number => new object?[]
            {
                $"{task.Id}.{number}", task.Id, task.SubjectId, $"p{number}", "c", "slight", Day(task.Recorded!.Value), "", 1L,
            })));
        await BulkRows.WriteAsync(
            connection, "task_operations", "hash, task_id, device_id, sequence, content, received_at",
            made.Where(task => task.IsByDevice).SelectMany(task => Enumerable.Range(1, 4).Select(number => new object?[]
            {
                $"{task.Id}.{number}", task.Id, "phone", (long)number, "{}", Instant(task.Recorded!.Value),
            })));
        await BulkRows.WriteAsync(
            connection, "journal", "position, type, key, actor_id, agency_id, at, payload, leaf",
            made.Where(task => task.Recorded is not null).OrderBy(task => task.Recorded).Select((task, at) => new object?[]
            {
                (long)at, "task.recorded", task.Id, task.OfficerId, task.AgencyId, Instant(task.Recorded!.Value), "{}", new byte[32],
            }));
    }

    // One task in six is another agency's at the same subject on the same day.
    private IEnumerable<CityTask> Tasks()
    {
        var chance = new Random(20261126);
        CityTask? last = null;
        for (var at = 0; at < tasks; at++)
        {
            var subject = last is not null && chance.Next(6) == 0 ? last.Subject : chance.Next(subjects);
            var officer = chance.Next(Officers / (Divisions * AgenciesEach)) * Divisions * AgenciesEach + subject % Divisions * AgenciesEach + at % AgenciesEach;
            var due = last?.Subject == subject ? last.Due : chance.Next(Days);
            int? recorded = last?.Subject == subject ? last.Recorded : chance.Next(12) == 0 ? null : Math.Max(0, due - 30 + chance.Next(33));
            var isFound = recorded is not null && chance.Next(5) == 0;
            last = new CityTask($"t{at:d8}", subject, Subject(subject), Officer(officer), AgencyOfOfficer(officer), due, recorded)
            {
                IsDrawn = chance.Next(3) > 0, HasFinding = isFound, IsByDevice = recorded is not null && chance.Next(10) < 7,
                Rectify = isFound && chance.Next(2) == 0 ? recorded + 15 : null, Corrected = recorded + 5 + chance.Next(13),
            };
            yield return last;
        }
    }

    private async Task MattersAsync(DbConnection connection) => await BulkRows.WriteAsync(
        connection, "matters",
        "id, kind, agency_id, origin_agency_id, parties, subject_id, category, title, cause, opened_at, state, extensions, rung, facts, steps, version",
        Seeded(tasks / 5, (at, chance) =>
        {
            var agency = Agency(chance.Next(Divisions * AgenciesEach));
            var isWarning = at % 3 == 0;
            MatterState[] states = isWarning ? [MatterState.Raised, MatterState.Tasked, MatterState.Disposed, MatterState.Closed] : [MatterState.Accepted, MatterState.FedBack, MatterState.Closed];
            return
            [
                $"m{at}", (long)(isWarning ? MatterKind.Warning : MatterKind.Event), agency, agency, $"|{agency}|", at % 4 == 0 ? null : Subject(chance.Next(subjects)), "c", "", $"m{at}",
                Instant(chance.Next(Days)), (long)states[chance.Next(states.Length)], 0L, chance.Next(9) == 0 ? 1L : 0L, "{}", "[]", 1L,
            ];
        }));

    private static IEnumerable<object?[]> Seeded(int count, Func<int, Random, object?[]> row)
    {
        var chance = new Random(count);
        return Enumerable.Range(0, count).Select(at => row(at, chance));
    }

    private static string? Visit(CityTask task) => task.Recorded is not { } day ? null
        : task.Rectify is null ? Invariant($"{{\"entry\":{{\"at\":\"{Day(day)}T09:00:00+08:00\"}}}}")
        : Invariant($"{{\"reportedOn\":\"{Day(task.Corrected!.Value)}\"}}");

    private static string AgencyOfOfficer(int at) => Agency(at % (Divisions * AgenciesEach));

    private static string Agency(int at) => Invariant($"agency-{at:d2}");

    private static string Officer(int at) => Invariant($"O{at:d5}");

    private static string Subject(int at) => Invariant($"92{at:d16}");

    private static string Division(int at) => Invariant($"{330_701 + at}");

    private static string Day(int at) => s_first.AddDays(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Instant(int day) => JournalEntry.Microseconds(s_start.AddDays(day).AddHours(10));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
