using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.DecisionSupport;

namespace Supervision.Console.Oversight;

/// <summary>How an evaluation of risk classes is written, wherever one is made: the class alone, adjusted, and officer, station and season beside it.</summary>
internal static class RiskEvaluationView
{
    public static bool IsSuspicious(RiskEvaluationReport report, double level) => report.Suspicious(level).Count > 0 || report.IsConfounded(level);

    private static IEnumerable<FairnessTest> All(RiskEvaluationReport report) => report.Confounders.Prepend(report.Adjusted).Prepend(report.RiskClass);

    public static void Show(CommandRun run, Output output, RiskEvaluationReport report, double level)
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

    public static void Write(Utf8JsonWriter json, RiskEvaluationReport report, double level)
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
