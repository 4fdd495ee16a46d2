using System.CommandLine;
using System.Text.Json;
using Supervision.Console.Oversight;
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
        var significance = FairnessView.Significance();
        return factory.Verb("audit.risk", RunAsync, from, to, significance);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (!FairnessView.TryLevel(run, significance, out var level))
            {
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
            All(report).SelectMany(test => FairnessView.Rows(run, test)));
        var suspicious = report.Suspicious(level);
        output.Line(suspicious.Count == 0
            ? run.Texts.Format("audit.risk.nothing", report.Visits)
            : run.Texts.Format("audit.risk.suspicious", report.Visits, string.Join(", ", suspicious.Select(test => FairnessView.Name(run, test)))));
        if (report.IsConfounded(level))
        {
            output.Line(run.Texts["audit.risk.confounded"]);
        }
    }

    private static void Write(Utf8JsonWriter json, RiskEvaluationReport report, double level)
    {
        json.WriteNumber("visits", report.Visits);
        json.WriteBoolean("confounded", report.IsConfounded(level));
        json.WriteRows("tests", All(report), test =>
        {
            json.WriteString("kind", test.Kind.ToString());
            json.WriteNumberOrNull("p", test.PValue);
            json.WriteBoolean("suspicious", report.Suspicious(level).Contains(test));
            json.WriteRows("groups", test.Rows, row =>
            {
                json.WriteString("group", row.Group);
                json.WriteNumber("visits", row.Eligible);
                json.WriteNumber("expected", Math.Round(row.Expected, 6));
                json.WriteNumber("found", row.Drawn);
            });
        });
    }
}
