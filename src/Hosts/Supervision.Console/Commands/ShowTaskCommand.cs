using System.CommandLine;
using Supervision.Console.Inspections;
using Supervision.Console.Shell;
using Supervision.Inspections;

namespace Supervision.Console.Commands;

/// <summary>One inspection task with its answers.</summary>
internal static class ShowTaskCommand
{
    /// <summary>The command under a noun: "show.task" or "task.show".</summary>
    public static Command Create(CommandFactory factory, string key = "show.task")
    {
        var id = new Argument<string>("TASK");
        return factory.Verb(key, RunAsync, id);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var task = await services.RunAsync<ITaskStore, InspectionTask?>(
                store => store.FindAsync(run.Arguments.GetRequiredValue(id), cancellationToken));
            if (task is null)
            {
                run.Talk.Warn("show.task.unknown", run.Arguments.GetRequiredValue(id));
                return ExitCode.Failed;
            }

            TaskView.Show(run, task);
            return ExitCode.Ok;
        }
    }
}
