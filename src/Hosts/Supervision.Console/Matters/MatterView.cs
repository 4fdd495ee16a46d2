using System.Globalization;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Matters;

namespace Supervision.Console.Matters;

/// <summary>Shows matters.</summary>
internal static class MatterView
{
    public static string At(DateTimeOffset instant) =>
        instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static string? Due(Matter matter) =>
        matter.Clock is not { } clock ? null : clock.DueAt is { } due && due != DateTimeOffset.MaxValue ? At(due) : "-";

    public static ExitCode Show(CommandRun run, Matter matter, IReadOnlyList<Matter> parts)
    {
        run.Output.Show(json => Write(json, matter, parts), output =>
        {
            output.Line($"{matter.Id}  {matter.Kind} {matter.Category}  {matter.State}  {matter.Title}");
            output.Line(run.Texts.Format("matter.turn", matter.AgencyId, Due(matter) ?? "-", matter.Clock?.Key ?? "-"));
            foreach (var (name, value) in matter.Facts)
            {
                output.Line($"  {name} = {value.ReplaceLineEndings("\n    ")}");
            }

            foreach (var step in matter.Steps)
            {
                output.Line($"  {step.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}. {At(step.Entry.At)} {step.Entry.Trigger} → {step.To}  {string.Join(", ", step.Entry.AgencyIds)} {step.Entry.Text} ({step.By.Id}@{step.By.AgencyId})");
            }

            foreach (var part in parts)
            {
                output.Line($"  {part.Id}  {part.State}  {part.AgencyId}  {Due(part)}");
            }
        });
        return ExitCode.Ok;
    }

    public static void Write(Utf8JsonWriter json, Matter matter, IReadOnlyList<Matter> parts)
    {
        Head(json, matter);
        json.WriteStartObject("facts");
        foreach (var (name, value) in matter.Facts)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("steps");
        foreach (var step in matter.Steps)
        {
            json.WriteStartObject();
            json.WriteString("at", At(step.Entry.At));
            json.WriteString("trigger", step.Entry.Trigger.ToString());
            json.WriteString("to", step.To.ToString());
            json.WriteString("text", step.Entry.Text);
            json.WriteStartArray("agencies");
            foreach (var agency in step.Entry.AgencyIds)
            {
                json.WriteStringValue(agency);
            }

            json.WriteEndArray();
            json.WriteString("by", $"{step.By.Id}@{step.By.AgencyId}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Array(json, "parts", parts);
    }

    public static void Array(Utf8JsonWriter json, string name, IReadOnlyList<Matter> matters)
    {
        json.WriteStartArray(name);
        foreach (var matter in matters)
        {
            json.WriteStartObject();
            Head(json, matter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Table(CommandRun run, Output output, IEnumerable<Matter> matters) => output.Table(
        [run.Texts["column.matter"], run.Texts["column.kind"], run.Texts["column.subject"], run.Texts["column.state"], run.Texts["column.agency"], run.Texts["column.due"], run.Texts["column.told"]],
        matters.Select(one => (IReadOnlyList<string>)
        [
            one.Id, $"{one.Kind} {one.Category}", one.SubjectId ?? "-", one.State.ToString(), one.AgencyId, Due(one) ?? "-",
            string.Join(" → ", one.Escalations.Select(step => step.Entry.AgencyIds[0])),
        ]));

    private static void Head(Utf8JsonWriter json, Matter matter)
    {
        json.WriteString("id", matter.Id);
        json.WriteString("kind", matter.Kind.ToString());
        json.WriteString("category", matter.Category);
        json.WriteString("title", matter.Title);
        json.WriteString("subject", matter.SubjectId);
        json.WriteString("state", matter.State.ToString());
        json.WriteString("agency", matter.AgencyId);
        json.WriteString("due", Due(matter));
        json.WriteString("clock", matter.Clock?.Key);
        json.WriteNumber("escalations", matter.Escalations.Count());
    }
}
