using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Data;
using Supervision.Decisions;

namespace Supervision.Console.Data;

/// <summary>Shows a quality report: rows of each table, scores by dimension, each rule that failed with its causes, and issues on demand.</summary>
internal static class QualityView
{
    public static void Write(Utf8JsonWriter json, QualityReport report, IReadOnlyList<DataIssue> issues, CommandRun run)
    {
        json.WriteStartArray("tables");
        foreach (var (table, rows) in report.Rows)
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            json.WriteNumber("rows", rows);
            json.WriteNumber("rejected", report.Rejected(table).Count);
            Write(json, "flawless", report.FlawlessRows(table));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("dimensions");
        foreach (var dimension in Enum.GetValues<QualityDimension>())
        {
            json.WriteStartObject();
            json.WriteString("dimension", dimension.ToString());
            Write(json, "score", report.Score(dimension));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var count in report.Counts)
        {
            json.WriteStartObject();
            json.WriteString("rule", count.Rule.Id);
            json.WriteString("dimension", count.Rule.Dimension.ToString());
            json.WriteString("basis", count.Rule.Basis?.ToString());
            json.WriteNumber("checked", count.Checked);
            json.WriteNumber("failed", count.Failed);
            json.WriteStartObject("causes");
            foreach (var (cause, failures) in count.Causes)
            {
                json.WriteNumber(cause, failures);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("table", issue.Table);
            json.WriteNumber("row", issue.Row);
            json.WriteString("rule", issue.RuleId);
            json.WriteString("field", issue.Field);
            json.WriteString("value", issue.Value);
            json.WriteString("cause", issue.Cause);
            json.WriteBoolean("rejects", issue.Rejects);
            json.WriteString("code", issue.Reason.Code);
            json.WriteString("text", issue.Reason.In(run.Texts.Culture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Show(Output output, QualityReport report, IReadOnlyList<DataIssue> issues, CommandRun run)
    {
        var texts = run.Texts;
        output.Table(
            [texts["column.table"], texts["column.rows"], texts["column.rejected"], texts["column.flawless"]],
            report.Rows.Select(pair => (IReadOnlyList<string>)
                [pair.Key, Number(pair.Value), Number(report.Rejected(pair.Key).Count), report.FlawlessRows(pair.Key)?.ToString() ?? "-"]));
        output.Table(
            [texts["column.dimension"], texts["column.score"]],
            Enum.GetValues<QualityDimension>().Select(dimension => (IReadOnlyList<string>)
                [texts[$"data.dimension.{dimension}"], report.Score(dimension)?.ToString() ?? "-"]));
        output.Table(
            [texts["column.rule"], texts["column.failed"], texts["column.cause"]],
            report.Counts.Where(count => count.Failed > 0).Select(count => (IReadOnlyList<string>)
            [
                count.Rule.Id, new Rate(count.Failed, count.Checked).ToString(),
                string.Join(", ", count.Causes.Select(cause => $"{cause.Key} {Number(cause.Value)}")),
            ]));
        foreach (var issue in issues)
        {
            output.Line(texts.Format("data.issue", issue.Table, issue.Row, issue.Field, issue.Reason.In(texts.Culture)));
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Rate? rate)
    {
        if (rate is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("numerator", known.Numerator);
        json.WriteNumber("denominator", known.Denominator);
        json.WriteNumber("percent", known.Percent(2));
        json.WriteEndObject();
    }

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
