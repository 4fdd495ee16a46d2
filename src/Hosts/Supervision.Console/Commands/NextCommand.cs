using System.CommandLine;
using Supervision.Console.Draws;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>Closes the loop: assess everybody, then draw the plan again with the new weights.</summary>
internal static class NextCommand
{
    public static Command Create(CommandFactory factory)
    {
        var plan = new Argument<string>("PLAN");
        var folder = OutOption.Create();
        var inputs = new DrawOptions();
        var rules = RulesOption.Create();
        return factory.Verb("next", RunAsync, [plan, folder, .. inputs.All, rules]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var (_, result) = await ScoreCommand.MakeAsync(run, services, cancellationToken);
            run.Talk.Say("next.reweighed", result.Changed, result.Assessed);
            return await DrawSubjects.RunAsync(
                run, services, run.Arguments.GetRequiredValue(plan), run.Arguments.GetRequiredValue(folder), inputs,
                cancellationToken);
        }
    }
}
