using System.CommandLine;
using System.Text.Json;
using Supervision.Console.Oversight;
using Supervision.Console.Shell;
using Supervision.DecisionSupport;

namespace Supervision.Console.Commands;

/// <summary>Looks for bias in past draws, ours or others'.</summary>
internal static class AuditDrawsCommand
{
    public static Command Create(CommandFactory factory)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore };
        var groups = new Option<string?>("--groups") { HelpName = "FILE" };
        var significance = FairnessView.Significance();
        return factory.Verb("audit.draws", RunAsync, paths, groups, significance);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (!FairnessView.TryLevel(run, significance, out var level))
            {
                return ExitCode.Usage;
            }

            var report = await run.Talk.WaitAsync("audit.progress", () => Task.FromResult(
                DrawHistory.Read(run.Arguments.GetRequiredValue(paths), SubjectGroups.Read(run.Arguments.GetValue(groups))).Report()));
            var suspicious = report.Suspicious(level);
            run.Output.Show(json => Write(json, report, suspicious), output => Show(run, output, report, suspicious));
            return suspicious.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static void Show(CommandRun run, Output output, FairDrawReport report, IReadOnlyList<FairnessTest> suspicious)
    {
        output.Table(
            [run.Texts["column.test"], run.Texts["column.group"], run.Texts["column.eligible"], run.Texts["column.expected"], run.Texts["column.drawn"], "p"],
            report.Tests.SelectMany(test => FairnessView.Rows(run, test)));
        output.Line(suspicious.Count == 0
            ? run.Texts.Format("audit.nothing", report.Drawn)
            : run.Texts.Format("audit.suspicious", report.Drawn, string.Join(", ", suspicious.Select(test => FairnessView.Name(run, test)))));
    }

    private static void Write(Utf8JsonWriter json, FairDrawReport report, IReadOnlyList<FairnessTest> suspicious)
    {
        json.WriteNumber("drawn", report.Drawn);
        json.WriteRows("tests", report.Tests, test =>
        {
            json.WriteString("kind", test.Kind.ToString());
            json.WriteString("attribute", test.Attribute);
            json.WriteNumber("statistic", Math.Round(test.Statistic, 6));
            json.WriteNumber("freedom", test.Freedom);
            json.WriteNumberOrNull("p", test.PValue);
            json.WriteBoolean("suspicious", suspicious.Contains(test));
            json.WriteRows("groups", test.Rows, row =>
            {
                json.WriteString("group", row.Group);
                json.WriteNumber("eligible", row.Eligible);
                json.WriteNumber("expected", Math.Round(row.Expected, 6));
                json.WriteNumber("drawn", row.Drawn);
                json.WriteNumberOrNull("p", row.PValue);
            });
        });
    }
}
