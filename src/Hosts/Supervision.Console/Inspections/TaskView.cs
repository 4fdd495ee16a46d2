using System.Globalization;
using System.Text.Json;
using Supervision.Console.Commands;
using Supervision.Console.Shell;
using Supervision.Inspections;

namespace Supervision.Console.Inspections;

/// <summary>How a task is shown: one JSON object, or lines for people.</summary>
internal static class TaskView
{
    public static void Show(CommandRun run, InspectionTask task) => run.Output.Show(
        json => Write(json, task),
        output =>
        {
            var texts = run.Texts;
            output.Line(texts.Format(
                "show.task.line", task.Id, task.State, task.SubjectId, task.ItemCode, string.Join(", ", task.OfficerIds)));
            output.Line(texts.Format("show.task.record", task.RecordHash ?? "-"));
            if (task.SourceBasis is not null)
            {
                output.Line(texts.Format("show.task.source", task.Source, task.SourceReference, task.SourceBasis));
            }

            if (task.Entry is { } scan)
            {
                output.Line(texts.Format(
                    "show.task.visit", Text(scan.At), scan.Device, string.Join(", ", task.PresentOfficerIds),
                    string.Join(", ", task.OfficerSignatures.Select(signature => signature.OfficerId))));
            }

            if (task.Order is { } order)
            {
                output.Line(texts.Format(
                    "show.task.order", string.Join(", ", order.PointIds), Text(order.DueOn), Text(task.CorrectionReportedOn), Text(task.RecheckBy)));
            }

            if (task.Clue is { } clue)
            {
                output.Line(texts.Format("show.task.clue", clue.Facts, Text(clue.DecideBy)));
            }

            if ((task.ResultCodes ?? task.EscalatedTo ?? task.TerminationReason) is not null)
            {
                output.Line(texts.Format("show.task.end", task.ResultCodes ?? "-", task.EscalatedTo ?? "-", task.TerminationReason ?? "-"));
            }

            output.Table(
                [texts["column.point"], texts["column.answer"], texts["column.text"], texts["column.evidence"]],
                task.Entries.Concat(task.Recheck?.Entries ?? []).Select(entry => (IReadOnlyList<string>)
                [
                    entry.PointId, texts.Word(entry.Answer), entry.Note,
                    string.Join(' ', entry.Evidence.Select(evidence => evidence.Sha256[..12])),
                ]));
            ShowNext(run, output, task);
        });

    /// <summary>The steps that may follow, by the names that the command knows.</summary>
    public static void ShowNext(CommandRun run, Output output, InspectionTask task)
    {
        var next = TaskLifecycle.Table.Where(step => step.From == task.State).Select(step => step.Trigger).ToHashSet();
        if (next.Count > 0)
        {
            output.Line(run.Texts.Format("step.next", Named(TaskDoCommand.Steps.Where(step => next.Contains(step.Value)), run.Texts)));
        }
    }

    /// <summary>Steps by their short names, each with its word.</summary>
    public static string Named(IEnumerable<KeyValuePair<string, TaskTrigger>> steps, Texts texts) =>
        string.Join(texts["word.separator"], steps.Select(step => $"{step.Key} ({texts.Word(step.Value)})"));

    public static void Write(Utf8JsonWriter json, InspectionTask task)
    {
        json.WriteString("id", task.Id);
        json.WriteString("draw", task.DrawId);
        json.WriteString("source", task.Source.ToString());
        json.WriteString("reference", task.SourceReference);
        json.WriteString("basis", task.SourceBasis?.ToString());
        json.WriteString("subject", task.SubjectId);
        json.WriteString("item", task.ItemCode);
        json.WriteString("checklist", $"{task.Checklist.Id} {task.Checklist.Version.ToString(CultureInfo.InvariantCulture)}");
        json.WriteString("agency", task.AgencyId);
        json.WriteString("state", task.State.ToString());
        json.WriteString("dueOn", Text(task.DueOn));
        json.WriteString("recordHash", task.RecordHash);
        Array(json, "officers", task.OfficerIds);
        Array(json, "present", task.PresentOfficerIds);
        Array(json, "signedBy", task.OfficerSignatures.Select(signature => signature.OfficerId));
        json.WriteString("resultCodes", task.ResultCodes);
        json.WriteString("rectifyBy", task.RectifyBy is { } by ? Text(by) : null);
        Array(json, "ordered", task.Order?.PointIds ?? []);
        json.WriteString("recheckBy", task.RecheckBy is { } again ? Text(again) : null);
        json.WriteString("clue", task.Clue?.Facts);
        json.WriteString("decideBy", task.Clue is { } clue ? Text(clue.DecideBy) : null);
        json.WriteString("escalatedTo", task.EscalatedTo);
        json.WriteString("terminated", task.TerminationReason);
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
    }

    public static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
