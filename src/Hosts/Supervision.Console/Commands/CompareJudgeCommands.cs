using System.CommandLine;
using Supervision.Comparison;
using Supervision.Console.Shell;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>A person looks at the findings of a comparison that was kept.</summary>
internal static class CompareJudgeCommands
{
    private const int PageSize = 1_000;

    public static Command List(CommandFactory factory)
    {
        var id = new Argument<string>("RUN");
        var state = WordOption.One<FindingJudgement>("--state", "STATE");
        var after = new Option<string?>("--after") { HelpName = "FINDING" };
        return factory.Verb("compare.list", RunAsync, id, state, after);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            Show(run, await services.RunAsync<IComparisonStore, IReadOnlyList<JudgedFinding>>(store => store.ListAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetValue(state), run.Arguments.GetValue(after), PageSize, cancellationToken)));
            return ExitCode.Ok;
        }
    }

    public static Command Confirm(CommandFactory factory) => Judge(factory, "compare.confirm", isSo: true);

    public static Command Reject(CommandFactory factory) => Judge(factory, "compare.reject", isSo: false);

    private static Command Judge(CommandFactory factory, string key, bool isSo)
    {
        var id = new Argument<string>("FINDING");
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true };
        var to = new Option<string?>("--to") { HelpName = "AGENCY" };
        return factory.Verb(key, RunAsync, isSo ? [id, reason, to] : [id, reason]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            Show(run, [(await services.RunAsync<JudgeFinding, Outcome<JudgedFinding>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), isSo, run.Arguments.GetRequiredValue(reason), isSo ? run.Arguments.GetValue(to) : null, run.Actor, cancellationToken))).OrThrow()]);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, IReadOnlyList<JudgedFinding> findings) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("findings");
            foreach (var judged in findings)
            {
                json.WriteStartObject();
                CompareCommand.Write(json, judged.Finding);
                json.WriteString("state", run.Texts.Word(judged.Judgement));
                json.WriteString("reason", judged.Reason);
                json.WriteString("judgedBy", judged.JudgedBy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output => output.Table(
            [
                run.Texts["column.finding"], run.Texts["column.compared"], run.Texts["column.listing"], run.Texts["column.match"],
                run.Texts["column.confidence"], run.Texts["column.state"], run.Texts["column.text"],
            ],
            findings.Select(judged => (IReadOnlyList<string>)
                [judged.Finding.Id, .. CompareCommand.Row(run, judged.Finding), run.Texts.Word(judged.Judgement), judged.Reason])));
}
