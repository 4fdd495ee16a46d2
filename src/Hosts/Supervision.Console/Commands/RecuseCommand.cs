using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Console.Commands;

/// <summary>Records a recusal, before officers are drawn or after.</summary>
internal static class RecuseCommand
{
    public static Command Create(CommandFactory factory)
    {
        var officer = new Argument<string>("OFFICER");
        var subject = new Argument<string>("SUBJECT");
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true };
        return factory.Verb("recuse", RunAsync, officer, subject, reason);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<DecideRecusal, Outcome<Recusal>>(decide => decide.RunAsync(
                run.Arguments.GetRequiredValue(officer), run.Arguments.GetRequiredValue(subject),
                run.Arguments.GetRequiredValue(reason), run.Actor, cancellationToken));
            if (!outcome.TryGet(out var recusal, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("officer", recusal.OfficerId);
                    json.WriteString("subject", recusal.SubjectId);
                    json.WriteString("reason", recusal.Reason);
                },
                output => output.Line(run.Texts.Format("recuse.done", recusal.OfficerId, recusal.SubjectId)));
            return ExitCode.Ok;
        }
    }
}
