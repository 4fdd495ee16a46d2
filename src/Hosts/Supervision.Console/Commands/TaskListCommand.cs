using System.CommandLine;
using Supervision.Console.Inspections;
using Supervision.Console.Shell;
using Supervision.Inspections;

namespace Supervision.Console.Commands;

/// <summary>Lists tasks.</summary>
internal static class TaskListCommand
{
    public static Command Create(CommandFactory factory)
    {
        var agency = new Option<string?>("--agency") { HelpName = "ID" };
        var officer = new Option<string?>("--officer") { HelpName = "ID" };
        var subject = new Option<string?>("--subject") { HelpName = "ID" };
        var state = new Option<string?>("--state") { HelpName = "STATE" };
        var all = new Option<bool>("--all");
        var limit = new Option<int>("--limit") { HelpName = "N", DefaultValueFactory = _ => 200 };
        return factory.Verb("task.list", RunAsync, agency, officer, subject, state, all, limit);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            TaskState? wanted = null;
            if (run.Arguments.GetValue(state) is { } word)
            {
                if (!Enum.TryParse<TaskState>(word, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                {
                    run.Talk.Warn("task.state.wrong", word);
                    return ExitCode.Usage;
                }

                wanted = known;
            }

            var query = new TaskQuery
            {
                AgencyId = run.Arguments.GetValue(agency),
                OfficerId = run.Arguments.GetValue(officer),
                SubjectId = run.Arguments.GetValue(subject),
                State = wanted,
                IncludesFinished = run.Arguments.GetValue(all),
                Limit = Math.Clamp(run.Arguments.GetValue(limit), 1, 10_000),
            };
            await using var services = await run.OpenAsync(cancellationToken);
            var tasks = await services.RunAsync<ITaskStore, IReadOnlyList<InspectionTask>>(
                store => store.ListAsync(query, cancellationToken));
            Show(run, tasks);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, IReadOnlyList<InspectionTask> tasks) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("tasks");
            foreach (var task in tasks)
            {
                json.WriteStartObject();
                TaskView.Write(json, task);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            if (tasks.Count == 0)
            {
                output.Line(run.Texts["task.none"]);
                return;
            }

            var texts = run.Texts;
            output.Table(
                [texts["column.task"], texts["column.state"], texts["column.due"], texts["column.source"], texts["column.officers"]],
                tasks.Select(task => (IReadOnlyList<string>)
                    [task.Id, texts.Word(task.State), TaskView.Text(task.DueOn), texts.Word(task.Source), string.Join(", ", task.OfficerIds)]));
        });
}
