using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Events;

namespace Supervision.Console.Commands;

/// <summary>Lets what could not be delivered be tried again, dead letters included.</summary>
internal static class OutboxReplayCommand
{
    public static Command Create(CommandFactory factory)
    {
        var name = new Argument<string>("NAME");
        return factory.Verb("outbox.replay", RunAsync, name);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var count = await services.RunAsync<ReplayEvents, int>(
                use => use.RunAsync(run.Arguments.GetRequiredValue(name), run.Actor, cancellationToken));
            run.Output.Show(json => json.WriteNumber("replayed", count), output => output.Line(run.Texts.Format("outbox.replayed", count)));
            return ExitCode.Ok;
        }
    }
}
