using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Credit;
using Supervision.Risk;

namespace Supervision.Console.Commands;

/// <summary>Serves point notices for new findings and assesses every subject.</summary>
internal static class ScoreCommand
{
    public static Command Create(CommandFactory factory)
    {
        var rules = RulesOption.Create();
        return factory.Verb("score", RunAsync, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var (notices, result) = await MakeAsync(run, services, cancellationToken);
            Show(run, notices.Count, result);
            return ExitCode.Ok;
        }
    }

    /// <summary>Both steps, with progress.</summary>
    public static async Task<(IReadOnlyList<CreditEvent> Notices, ReweighResult Result)> MakeAsync(
        CommandRun run, HostServices services, CancellationToken cancellationToken)
    {
        var notices = await services.Acts.ServeNoticesAsync(cancellationToken);
        var result = await run.Talk.ProgressAsync("score.progress", report => services.Acts.ReweighAsync(report, cancellationToken));
        return (notices, result);
    }

    public static void Show(CommandRun run, int notices, ReweighResult result) => run.Output.Show(
        json =>
        {
            json.WriteNumber("notices", notices);
            json.WriteNumber("assessed", result.Assessed);
            json.WriteNumber("changed", result.Changed);
            json.WriteStartObject("classes");
            json.WriteNumber("A", result.A);
            json.WriteNumber("B", result.B);
            json.WriteNumber("C", result.C);
            json.WriteNumber("D", result.D);
            json.WriteEndObject();
        },
        output => output.Line(run.Texts.Format(
            "score.done", notices, result.Assessed, result.Changed, result.A, result.B, result.C, result.D)));
}
