using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.DecisionSupport;

namespace Supervision.Console.Commands;

/// <summary>Whether the risk class finds problems, or the officer, the station or the season does.</summary>
internal static class AuditRiskCommand
{
    public static Command Create(CommandFactory factory)
    {
        var from = new Option<DateOnly>("--from") { HelpName = "DATE", Required = true };
        var to = new Option<DateOnly>("--to") { HelpName = "DATE", Required = true };
        var significance = new Option<double>("--significance") { HelpName = "P", DefaultValueFactory = _ => 0.01 };
        return factory.Verb("audit.risk", RunAsync, from, to, significance);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var level = run.Arguments.GetValue(significance);
            if (level is not (> 0 and < 1))
            {
                run.Talk.Warn("audit.level");
                return ExitCode.Usage;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var report = (await services.RunAsync<AuditVisits, Outcome<RiskEvaluationReport>>(use => use.EvaluateRiskAsync(
                run.Arguments.GetValue(from), run.Arguments.GetValue(to), run.Actor, cancellationToken))).OrThrow();
            run.Output.Show(json => Write(json, report, level), output => Show(run, output, report, level));
            return report.Suspicious(level).Count > 0 || report.IsConfounded(level) ? ExitCode.ProblemsFound : ExitCode.Ok;
        }
    }

    private static IEnumerable<FairnessTest> All(RiskEvaluationReport report) => report.Confounders.Prepend(report.Adjusted).Prepend(report.RiskClass);

    private static void Show(CommandRun run, Output output, RiskEvaluationReport report, double level)
    {
        output.Table(
            [run.Texts["column.test"], run.Texts["column.group"], run.Texts["column.visits"], run.Texts["column.expected"], run.Texts["column.found"], "p"],
            All(report).SelectMany(test => test.Rows
                .Select(row => (IReadOnlyList<string>)
                [
                    "", row.Group, row.Eligible.ToString(CultureInfo.InvariantCulture), row.Expected.ToString("0.0", CultureInfo.InvariantCulture),
                    row.Drawn.ToString(CultureInfo.InvariantCulture), Probability(row.PValue),
                ])
                .Prepend([Name(run, test), "", "", "", "", Probability(test.PValue)])));
        var suspicious = report.Suspicious(level);
        output.Line(suspicious.Count == 0
            ? run.Texts.Format("audit.risk.nothing", report.Visits)
            : run.Texts.Format("audit.risk.suspicious", report.Visits, string.Join(", ", suspicious.Select(test => Name(run, test)))));
        if (report.IsConfounded(level))
        {
            output.Line(run.Texts["audit.risk.confounded"]);
        }
    }

    private static void Write(Utf8JsonWriter json, RiskEvaluationReport report, double level)
    {
        json.WriteNumber("visits", report.Visits);
        json.WriteBoolean("confounded", report.IsConfounded(level));
        json.WriteStartArray("tests");
        foreach (var test in All(report))
        {
            json.WriteStartObject();
            json.WriteString("kind", test.Kind.ToString());
            if (test.PValue is { } p)
            {
                json.WriteNumber("p", p);
            }
            else
            {
                json.WriteNull("p");
            }

            json.WriteBoolean("suspicious", report.Suspicious(level).Contains(test));
            json.WriteStartArray("groups");
            foreach (var row in test.Rows)
            {
                json.WriteStartObject();
                json.WriteString("group", row.Group);
                json.WriteNumber("visits", row.Eligible);
                json.WriteNumber("expected", Math.Round(row.Expected, 6));
                json.WriteNumber("found", row.Drawn);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name(CommandRun run, FairnessTest test) => run.Texts[$"audit.{JsonNamingPolicy.CamelCase.ConvertName(test.Kind.ToString())}"];

    private static string Probability(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";
}
