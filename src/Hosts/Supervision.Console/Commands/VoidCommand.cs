using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Ends an announced draw as void, with the reason that is published.</summary>
internal static class VoidCommand
{
    public static Command Create(CommandFactory factory)
    {
        var plan = new Argument<string>("PLAN");
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true };
        var party = new Option<string?>("--party") { HelpName = "NAME" };
        return factory.Verb("void", RunAsync, plan, reason, party);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<VoidDraw, Outcome<LoggedAnnouncement>>(ended => ended.RunAsync(
                run.Arguments.GetRequiredValue(plan), run.Arguments.GetRequiredValue(reason), run.Arguments.GetValue(party), run.Actor,
                cancellationToken));
            if (!outcome.TryGet(out var logged, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("draw", logged.Draw.DrawId);
                    json.WriteString("reason", logged.Reason);
                    json.WriteString("party", logged.Party);
                },
                output => output.Line(run.Texts.Format("void.done", logged.Draw.DrawId)));
            return ExitCode.Ok;
        }
    }
}
