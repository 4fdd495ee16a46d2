using Supervision.Cases;
using Supervision.Credit;
using Supervision.DecisionSupport;
using Supervision.Inspections;
using Supervision.Matters;

namespace Supervision.Storage.Stores.DecisionSupport;

/// <summary>
/// How a source of indicators is counted. @p0 and @p1 are the first moment of a period and the one after it, @p3 is its last day, @p4 and @p5 are its
/// first instant and the one after it, @p6 is the last day whose missing readings count.
/// </summary>
/// <param name="From">Tables.</param>
/// <param name="Day">Day or instant by which it falls into a period; null for what is there all the while.</param>
/// <param name="When">Condition on the period; an index carries it.</param>
/// <param name="ByInstant">Whether the period is given in instants, not in civil days.</param>
/// <param name="Agency">Agency, or an empty text.</param>
/// <param name="Division">Division.</param>
/// <param name="Count">What is counted.</param>
/// <param name="Fields">Fields by name, those of <see cref="IndicatorFields"/>.</param>
internal sealed record IndicatorSql(
    string From, string? Day, string When, bool ByInstant, string Agency, string Division, string Count, Dictionary<string, IndicatorField> Fields)
{
    private const string Tasks = "tasks t JOIN subjects s ON s.id = t.subject_id";
    private const string Found = "EXISTS (SELECT 1 FROM findings f WHERE f.task_id = t.id)";
    private const string Acts = "FROM journal j WHERE j.actor_id = p.id AND j.agency_id = p.agency_id AND j.at < @p5";

    // Another agency was there on the same day.
    private const string Joint =
        "EXISTS (SELECT 1 FROM tasks j WHERE j.subject_id = t.subject_id AND j.recorded_on = t.recorded_on AND j.agency_id <> t.agency_id)";

    private const string Operated = "EXISTS (SELECT 1 FROM task_operations o WHERE o.task_id = t.id)";

    public static IndicatorSql Of(IndicatorSource source, StorageEngine engine) => source switch
    {
        IndicatorSource.Visits => OfTasks("t.recorded_on", "count(*)", "t.recorded_on <= t.due_on", engine),
        IndicatorSource.DueTasks => OfTasks("t.due_on", "count(*)", "t.recorded_on <= t.due_on", engine),
        IndicatorSource.Orders => OfTasks("t.rectify_by", "count(*)", $"{engine.Member("t.visit", "reportedOn")} <= t.rectify_by", engine),
        IndicatorSource.Doors => OfTasks("t.recorded_on", "count(DISTINCT t.subject_id || ' ' || t.recorded_on)", "1 = 1", engine) with { Agency = "''" },
        IndicatorSource.Warnings => OfMatters(MatterKind.Warning),
        IndicatorSource.Events => OfMatters(MatterKind.Event),
        IndicatorSource.Officers => new(
            "officers p JOIN agencies a ON a.id = p.agency_id", null, "p.valid_from < @p1 AND p.valid_to >= @p3", false,
            "p.agency_id", "a.division_code", "count(*)",
            new(StringComparer.Ordinal)
            {
                ["suspended"] = IndicatorField.Flag("p.is_suspended <> 0"),
                ["active"] = IndicatorField.Flag($"EXISTS (SELECT 1 {Acts})"),
                ["usedTwice"] = IndicatorField.Flag($"(SELECT count(*) FROM (SELECT 1 {Acts} AND j.at >= @p4 LIMIT 2) twice) = 2"),
            }),
        IndicatorSource.Publications => new(
            "case_publicities q JOIN subjects s ON s.id = q.subject_id", "q.due_on", Between("q.due_on"), false, "q.agency_id", "s.division_code", "count(*)",
            new(StringComparer.Ordinal)
            {
                ["kind"] = IndicatorField.Named<CaseDeadlineKind>("q.kind"), ["onTime"] = IndicatorField.Flag("q.met_on <= q.due_on"),
            }),
        IndicatorSource.Readings => OfReadings(),
        _ => new(
            "credit_events c JOIN subjects s ON s.id = c.subject_id", "c.occurred_on", Between("c.occurred_on"), false, "''", "s.division_code", "count(*)",
            new(StringComparer.Ordinal) { ["kind"] = IndicatorField.Named<CreditEventKind>("c.kind") }),
    };

    private static IndicatorSql OfTasks(string day, string count, string onTime, StorageEngine engine) => new(
        Tasks, day, Between(day), false, "t.agency_id", "s.division_code", count,
        new(StringComparer.Ordinal)
        {
            ["source"] = IndicatorField.Named<TaskSource>("t.source"),
            ["state"] = IndicatorField.Named<TaskState>("t.state"),
            ["item"] = IndicatorField.Text("t.item_code"),
            ["drawn"] = IndicatorField.Flag("t.draw_id <> ''"),
            ["found"] = IndicatorField.Flag(Found),
            ["onTime"] = IndicatorField.Flag(onTime),
            ["joint"] = IndicatorField.Flag(Joint),
            ["byDevice"] = IndicatorField.Flag($"{engine.Member("t.visit", "entry")} IS NOT NULL OR {Operated}"),
        });

    private static IndicatorSql OfMatters(MatterKind kind) => new(
        "matters m LEFT JOIN subjects s ON s.id = m.subject_id LEFT JOIN agencies a ON a.id = m.origin_agency_id",
        "m.opened_at", FormattableString.Invariant($"m.kind = {(int)kind} AND {Between("m.opened_at")}"), true,
        "m.origin_agency_id", "COALESCE(s.division_code, a.division_code, '')", "count(*)",
        new(StringComparer.Ordinal)
        {
            ["state"] = IndicatorField.Named<MatterState>("m.state"),
            ["category"] = IndicatorField.Text("m.category"),
            ["escalated"] = IndicatorField.Flag("m.rung > 0"),
        });

    // The three outcomes of a day as three rows, each with how many readings it stands for.
    private static IndicatorSql OfReadings() => new(
        "(SELECT subject_id, point, day, 'Valid' AS outcome, valid AS number FROM sensor_days UNION ALL SELECT subject_id, point, day, 'Invalid', received - valid FROM sensor_days "
        + "UNION ALL SELECT subject_id, point, day, 'Missing', expected - received FROM sensor_days) r JOIN subjects s ON s.id = r.subject_id",
        "r.day", $"{Between("r.day")} AND (r.outcome <> 'Missing' OR r.day <= @p6)", false, "''", "s.division_code", "sum(r.number)",
        new(StringComparer.Ordinal) { ["outcome"] = IndicatorField.Text("r.outcome"), ["point"] = IndicatorField.Text("r.point") });

    private static string Between(string column) => $"{column} >= @p0 AND {column} < @p1";
}
