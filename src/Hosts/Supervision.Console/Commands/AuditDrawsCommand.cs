using System.CommandLine;
using System.Globalization;
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
        var significance = new Option<double>("--significance") { HelpName = "P", DefaultValueFactory = _ => 0.01 };
        return factory.Verb("audit.draws", RunAsync, paths, groups, significance);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var level = run.Arguments.GetValue(significance);
            if (level is not (> 0 and < 1))
            {
                run.Talk.Warn("audit.level");
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
            report.Tests.SelectMany(test => Rows(run, test)));
        output.Line(suspicious.Count == 0
            ? run.Texts.Format("audit.nothing", report.Drawn)
            : run.Texts.Format("audit.suspicious", report.Drawn, string.Join(", ", suspicious.Select(test => Name(run, test)))));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(CommandRun run, FairnessTest test)
    {
        yield return [Name(run, test), "", "", "", "", Probability(test.PValue)];
        foreach (var row in test.Rows)
        {
            yield return
            [
                "", row.Group, row.Eligible.ToString(CultureInfo.InvariantCulture),
                row.Expected.ToString("0.0", CultureInfo.InvariantCulture), row.Drawn.ToString(CultureInfo.InvariantCulture),
                Probability(row.PValue),
            ];
        }
    }

    private static void Write(Utf8JsonWriter json, FairDrawReport report, IReadOnlyList<FairnessTest> suspicious)
    {
        json.WriteNumber("drawn", report.Drawn);
        json.WriteStartArray("tests");
        foreach (var test in report.Tests)
        {
            json.WriteStartObject();
            json.WriteString("kind", test.Kind.ToString());
            json.WriteString("attribute", test.Attribute);
            json.WriteNumber("statistic", Math.Round(test.Statistic, 6));
            json.WriteNumber("freedom", test.Freedom);
            WriteProbability(json, test.PValue);
            json.WriteBoolean("suspicious", suspicious.Contains(test));
            json.WriteStartArray("groups");
            foreach (var row in test.Rows)
            {
                json.WriteStartObject();
                json.WriteString("group", row.Group);
                json.WriteNumber("eligible", row.Eligible);
                json.WriteNumber("expected", Math.Round(row.Expected, 6));
                json.WriteNumber("drawn", row.Drawn);
                WriteProbability(json, row.PValue);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProbability(Utf8JsonWriter json, double? probability)
    {
        if (probability is { } value)
        {
            json.WriteNumber("p", value);
        }
        else
        {
            json.WriteNull("p");
        }
    }

    private static string Name(CommandRun run, FairnessTest test) =>
        run.Texts.Format($"audit.{JsonNamingPolicy.CamelCase.ConvertName(test.Kind.ToString())}", test.Attribute);

    private static string Probability(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";
}
