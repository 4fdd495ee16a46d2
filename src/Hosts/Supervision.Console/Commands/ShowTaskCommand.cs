using System.CommandLine;
using System.Globalization;
using Supervision.Console.Shell;
using Supervision.Inspections;

namespace Supervision.Console.Commands;

/// <summary>One inspection task with its answers.</summary>
internal static class ShowTaskCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("TASK");
        return factory.Verb("show.task", RunAsync, id);

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

            Show(run, task);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, InspectionTask task) => run.Output.Show(
        json =>
        {
            json.WriteString("id", task.Id);
            json.WriteString("draw", task.DrawId);
            json.WriteString("subject", task.SubjectId);
            json.WriteString("item", task.ItemCode);
            json.WriteString("checklist", $"{task.Checklist.Id} {task.Checklist.Version.ToString(CultureInfo.InvariantCulture)}");
            json.WriteString("agency", task.AgencyId);
            json.WriteString("state", task.State.ToString());
            json.WriteString("recordHash", task.RecordHash);
            json.WriteStartArray("officers");
            foreach (var officer in task.OfficerIds)
            {
                json.WriteStringValue(officer);
            }

            json.WriteEndArray();
            json.WriteStartArray("answers");
            foreach (var entry in task.Entries)
            {
                json.WriteStartObject();
                json.WriteString("point", entry.PointId);
                json.WriteString("result", entry.Answer.ToString());
                json.WriteString("note", entry.Note);
                json.WriteNumber("evidence", entry.Evidence.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Line(run.Texts.Format(
                "show.task.line", task.Id, task.State, task.SubjectId, task.ItemCode, string.Join(", ", task.OfficerIds)));
            output.Line(run.Texts.Format("show.task.record", task.RecordHash ?? "-"));
            output.Table(
                [run.Texts["column.point"], run.Texts["column.answer"], run.Texts["column.text"], run.Texts["column.evidence"]],
                task.Entries.Select(entry => (IReadOnlyList<string>)
                [
                    entry.PointId, entry.Answer.ToString(), entry.Note,
                    string.Join(' ', entry.Evidence.Select(evidence => evidence.Sha256[..12])),
                ]));
        });
}
