using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Counterfactuals;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using Supervision.Rules.Testing;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>What would have to be different for another result: of an example of a pack, or of a subject as it stands.</summary>
internal static class RulesGoal
{
    public static ExitCode OfExample(CommandRun run, string file, byte[] bytes, int number, string goal, ChangeKind kind)
    {
        if (ExampleFile.Read(run, file, bytes, number, out var exit) is not { Pack: var pack })
        {
            return exit;
        }

        var (history, asOf) = RulePackExamples.Case(pack, number);
        if (history.Events.Count == 0)
        {
            run.Talk.Warn("rules.explain.nohistory");
            return ExitCode.Failed;
        }

        // What it uses of other policies stands in the packs beside it.
        var packs = pack.UsedPolicies.Count == 0 ? new RulePackRegistry([pack]) : RulePackFiles.Load(Path.GetDirectoryName(Path.GetFullPath(file)));
        return Answer(run, new SubjectPolicy(packs, pack.Reference.Id), history, asOf, goal, kind);
    }

    public static async Task<ExitCode> OfSubjectAsync(
        CommandRun run, string id, DateOnly? on, string? rules, string goal, ChangeKind kind, CancellationToken cancellationToken)
    {
        var packs = RulePackFiles.Load(rules);
        await using var services = await run.OpenAsync(cancellationToken);
        var asOf = on ?? services.Get<AuthorityClock>().Today;
        var history = await services.RunAsync<ICreditEventStore, CreditHistory>(store => store.FindAsync(id, cancellationToken));
        return Answer(run, new SubjectPolicy(packs, packs.PolicyFor(RulePackPurpose.Credit)), SubjectHistory.Of(history), asOf, goal, kind);
    }

    private static ExitCode Answer(CommandRun run, SubjectPolicy policy, SubjectHistory history, DateOnly asOf, string goal, ChangeKind kind)
    {
        var (result, wanted) = goal.Split('=', 2) is [var name, var value] ? (name, value) : (null, goal);
        CounterfactualAnswer answer;
        try
        {
            answer = new CounterfactualSearch(policy).Find(history, asOf, wanted, kind, result);
        }
        catch (ArgumentException problem)
        {
            run.Talk.Warn("rules.explain.nogoal", problem.Message);
            return ExitCode.Failed;
        }

        run.Output.Show(
            json =>
            {
                json.WriteString("result", answer.Result);
                json.WriteString("now", answer.Decision.Result(answer.Result).Value.ToString());
                json.WriteString("wanted", answer.Wanted);
                json.WriteNumber("sets", answer.Found.Count);
                json.WriteNumber("candidates", answer.Candidates);
                json.WriteNumber("triedUpTo", answer.TriedUpTo);
                json.WriteBoolean("exhaustive", answer.IsExhaustive);
                json.WriteString("byTimeAlone", answer.ByTimeAlone?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                json.WriteString("format", ExplanationJson.Format);
                json.WritePropertyName("tree");
                ExplanationJson.Write(json, answer.Explanation);
            },
            output => output.Line(answer.Explanation.In(run.Texts.Culture)));
        return answer.IsAlready || answer.Found.Count > 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
    }
}
