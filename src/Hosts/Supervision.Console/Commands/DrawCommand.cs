using System.CommandLine;
using Supervision.Console.Draws;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>Draws the subjects of a plan and writes the public files.</summary>
internal static class DrawCommand
{
    public static Command Create(CommandFactory factory)
    {
        var plan = new Argument<string>("PLAN");
        var folder = OutOption.Create();
        var inputs = new DrawOptions();
        var rules = RulesOption.Create();
        return factory.Verb("draw", RunAsync, [plan, folder, .. inputs.All, rules]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            return await DrawSubjects.RunAsync(
                run, services, run.Arguments.GetRequiredValue(plan), run.Arguments.GetRequiredValue(folder), inputs,
                cancellationToken);
        }
    }
}
