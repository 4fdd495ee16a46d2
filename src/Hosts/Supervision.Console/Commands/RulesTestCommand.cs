using System.CommandLine;
using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Rules.Packs;
using Supervision.Rules.Testing;

namespace Supervision.Console.Commands;

/// <summary>Runs the examples that authors wrote into their rule packs.</summary>
internal static class RulesTestCommand
{
    public static Command Create(CommandFactory factory)
    {
        var folder = RulesFolder.Argument();
        var watch = RulesWatch.Option();
        return factory.Verb("rules.test", RunAsync, folder, watch);

        Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken) =>
            RulesWatch.RunAsync(run, folder, watch, Once, cancellationToken);
    }

    private static ExitCode Once(CommandRun run, RulePackCheck check)
    {
        run.Talk.Report(check.Errors);
        (RulePack Pack, ExampleResult Result)[] results = [.. check.Examples()];
        Show(run, results);
        return check.Errors.Count == 0 && results.All(example => example.Result.Passed) ? ExitCode.Ok : ExitCode.ProblemsFound;
    }

    private static void Show(CommandRun run, (RulePack Pack, ExampleResult Result)[] results)
    {
        var passed = results.Count(example => example.Result.Passed);
        run.Output.Show(
            json =>
            {
                json.WriteNumber("passed", passed);
                json.WriteNumber("failed", results.Length - passed);
                json.WriteStartArray("examples");
                foreach (var (pack, result) in results)
                {
                    json.WriteStartObject();
                    json.WriteString("policy", pack.Reference.Id);
                    json.WriteString("version", pack.Reference.Version);
                    json.WriteString("name", result.Name);
                    json.WriteNumber("line", result.Line);
                    json.WriteBoolean("passed", result.Passed);
                    json.WriteStartArray("failures");
                    foreach (var failure in result.Failures)
                    {
                        json.WriteStringValue(failure);
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            output =>
            {
                output.Table(
                    [run.Texts["column.policy"], run.Texts["column.example"], run.Texts["column.result"], run.Texts["column.text"]],
                    results.Select(example => (IReadOnlyList<string>)
                    [
                        example.Pack.ToString(), example.Result.Name,
                        run.Texts[example.Result.Passed ? "verify.passed" : "verify.failed"], string.Join("; ", example.Result.Failures),
                    ]));
                output.Line(run.Texts.Format("rules.test.done", passed, results.Length - passed));
            });
    }
}
