using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Replaces an officer of a task by the next of the method, and adds that to the public files.</summary>
internal static class OfficerRedrawCommand
{
    public static Command Create(CommandFactory factory)
    {
        var task = new Argument<string>("TASK");
        var officer = new Argument<string>("OFFICER");
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true };
        var approver = new Option<string>("--approver") { HelpName = "NAME", Required = true };
        var folder = OutOption.Create();
        return factory.Verb("officer.redraw", RunAsync, task, officer, reason, approver, folder);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var taskId = run.Arguments.GetRequiredValue(task);
            var end = taskId.LastIndexOf('-');
            var bundle = BundleFolder.Of(run.Arguments.GetRequiredValue(folder), end < 0 ? taskId : taskId[..end]);
            if (bundle.Verify().Primary is { } wrong)
            {
                run.Talk.Warn("officer.redraw.files", bundle.Path, wrong.Name);
                return ExitCode.Failed;
            }

            if (!bundle.ReadMatch().TryGet(out var match, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<RedrawOfficer, Outcome<MatchBundle>>(redraw => redraw.RunAsync(
                match, taskId, run.Arguments.GetRequiredValue(officer), run.Arguments.GetRequiredValue(reason),
                run.Arguments.GetRequiredValue(approver), run.Actor, cancellationToken));
            if (!outcome.TryGet(out var redrawn, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            bundle.Write(redrawn);
            Show(run, redrawn, match.Redraws.Count, bundle.Path);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, MatchBundle match, int before, string path) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("redraws");
            foreach (var redraw in match.Redraws.Skip(before))
            {
                json.WriteStartObject();
                json.WriteString("task", redraw.TaskId);
                json.WriteString("left", redraw.Left);
                json.WriteString("newcomer", redraw.Newcomer);
                json.WriteString("reason", redraw.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            foreach (var redraw in match.Redraws.Skip(before))
            {
                output.Line(run.Texts.Format("officer.redrawn", redraw.TaskId, redraw.Left, redraw.Newcomer ?? "-", redraw.Reason));
            }

            output.Line(run.Texts.Format("draw.verify", run.Self, path));
        });
}
