using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Risk;
using Supervision.Rules.Counterfactuals;
using Supervision.Rules.Testing;

namespace Supervision.Console.Commands;

/// <summary>Why a subject stands where it stands, from the decision as it was stored; or why an example of a pack comes out as it does.</summary>
internal static class RulesExplainCommand
{
    public static Command Create(CommandFactory factory)
    {
        var what = new Argument<string>("WHAT");
        // The text of an option called "example" would be that of the command's own example.
        var example = new Option<int?>("--number", "--example") { HelpName = "N" };
        var on = new Option<DateOnly?>("--on") { HelpName = "DATE" };
        var goal = new Option<string?>("--goal") { HelpName = "VALUE" };
        var by = new Option<string>("--by") { HelpName = "repair|withdrawal", DefaultValueFactory = _ => "repair" };
        by.AcceptOnlyFromAmong("repair", "withdrawal");
        var rules = RulesOption.Create();
        return factory.Verb("rules.explain", RunAsync, what, example, on, goal, by, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var name = run.Arguments.GetRequiredValue(what);
            if (Path.GetExtension(name) is ".yaml" or ".yml" or ".json" && !File.Exists(name))
            {
                run.Talk.Warn("rules.nofile", name);
                return ExitCode.Failed;
            }

            if (run.Arguments.GetValue(goal) is { } wanted)
            {
                var kind = run.Arguments.GetValue(by) is "repair" ? ChangeKind.Repair : ChangeKind.Withdrawal;
                return File.Exists(name)
                    ? RulesGoal.OfExample(run, name, await File.ReadAllBytesAsync(name, cancellationToken), run.Arguments.GetValue(example) ?? 1, wanted, kind)
                    : await RulesGoal.OfSubjectAsync(run, name, run.Arguments.GetValue(on), run.Arguments.GetValue(rules), wanted, kind, cancellationToken);
            }

            if (File.Exists(name))
            {
                return Example(run, name, await File.ReadAllBytesAsync(name, cancellationToken), run.Arguments.GetValue(example) ?? 1);
            }

            return await SubjectAsync(run, name, run.Arguments.GetValue(on) ?? DateOnly.MaxValue, cancellationToken);
        }
    }

    private static ExitCode Example(CommandRun run, string file, byte[] bytes, int number)
    {
        if (ExampleFile.Read(run, file, bytes, number, out var exit) is not var (pack, passed))
        {
            return exit;
        }

        var explanation = RulePackExamples.Explain(pack, number);
        run.Output.Show(
            json =>
            {
                json.WriteString("policy", pack.Reference.Id);
                json.WriteString("version", pack.Reference.Version);
                json.WriteString("hash", pack.Reference.ContentHash);
                json.WriteNumber("example", number);
                json.WriteBoolean("passed", passed);
                json.WriteString("format", ExplanationJson.Format);
                json.WritePropertyName("tree");
                ExplanationJson.Write(json, explanation);
            },
            output => output.Line(explanation.In(run.Texts.Culture)));
        return passed ? ExitCode.Ok : ExitCode.ProblemsFound;
    }

    private static async Task<ExitCode> SubjectAsync(CommandRun run, string id, DateOnly on, CancellationToken cancellationToken)
    {
        await using var services = await run.OpenAsync(cancellationToken);
        var decisions = await services.RunAsync<IStandingStore, IReadOnlyList<StandingDecision>>(
            store => store.ListDecisionsAsync(id, cancellationToken));
        if (decisions.LastOrDefault(decision => decision.AsOf <= on) is not { } found)
        {
            run.Talk.Warn("rules.explain.undecided", id);
            return ExitCode.Failed;
        }

        Show(run, found);
        return ExitCode.Ok;
    }

    private static void Show(CommandRun run, StandingDecision decision)
    {
        using var content = JsonDocument.Parse(decision.Content, new JsonDocumentOptions { MaxDepth = 256 });
        run.Output.Show(
            json =>
            {
                json.WriteNumber("decision", decision.Number);
                json.WriteString("decidedAt", decision.DecidedAt.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("hash", decision.Hash);
                json.WritePropertyName("content");
                content.RootElement.WriteTo(json);
            },
            output =>
            {
                output.Line(run.Texts.Format(
                    "rules.explain.decision", decision.Number, decision.DecidedAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    Policy(content.RootElement.GetProperty("creditPolicy")), Policy(content.RootElement.GetProperty("riskPolicy")), decision.Hash[..12]));
                output.Line(decision.Explanation.In(run.Texts.Culture));
            });
    }

    private static PolicyReference Policy(JsonElement policy) => new(
        policy.GetProperty("id").GetString()!, policy.GetProperty("version").GetString()!, policy.GetProperty("hash").GetString()!);
}
