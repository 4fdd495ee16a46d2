using System.Globalization;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Matters;

namespace Supervision.Console.Matters;

/// <summary>Shows matters, instants as the authority's clocks showed them.</summary>
internal sealed class MatterView(MatterClocks clocks)
{
    public ExitCode Show(CommandRun run, Matter matter, IReadOnlyList<Matter> parts)
    {
        var culture = run.Texts.Culture;
        run.Output.Show(json => Write(json, matter, parts), output =>
        {
            output.Line($"{matter.Id}  {MatterWords.KindOf(matter, culture)}  {MatterWords.StateOf(matter.Kind, matter.State, culture)}  {MatterWords.TitleOf(matter, culture)}");
            output.Line(matter.Clock is null ? run.Texts.Format("matter.idle", matter.AgencyId) : run.Texts.Format("matter.turn", matter.AgencyId, LastDay(run, matter), Basis(matter)));
            foreach (var name in matter.Facts.Where(fact => fact.Value.Length > 0 && fact.Key != MatterWords.Explained).Select(fact => fact.Key))
            {
                output.Line($"  {MatterWords.NameOf(name, culture)} = {MatterWords.FactOf(matter, name, culture).ReplaceLineEndings("\n    ")}");
            }

            foreach (var step in matter.Steps)
            {
                output.Line($"  {step.Number.ToString(CultureInfo.InvariantCulture)}. {At(step.Entry.At)} {MatterWords.StepOf(matter.Kind, step.Entry.Trigger, culture)} → {MatterWords.StateOf(matter.Kind, step.To, culture)}  {string.Join(", ", step.Entry.AgencyIds)} {MatterWords.TextOf(step, culture)} ({step.By.Id}@{step.By.AgencyId})");
            }

            foreach (var part in parts)
            {
                output.Line($"  {part.Id}  {MatterWords.StateOf(part.Kind, part.State, culture)}  {part.AgencyId}  {LastDay(run, part)}");
            }

            StepWord.ShowNext(
                run, output,
                MatterLifecycles.Of(matter.Kind).Where(step => step.From == matter.State).Select(step => step.Trigger).Intersect(MatterOptions.ByPeople));
        });
        return ExitCode.Ok;
    }

    private void Write(Utf8JsonWriter json, Matter matter, IReadOnlyList<Matter> parts)
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

    /// <summary>A list: a JSON array of that name, or a table.</summary>
    public void ShowList(CommandRun run, string name, IReadOnlyList<Matter> matters) =>
        run.Output.Show(json => Array(json, name, matters), output => Table(run, output, matters));

    public void Array(Utf8JsonWriter json, string name, IReadOnlyList<Matter> matters)
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

    public void Table(CommandRun run, Output output, IEnumerable<Matter> matters) => output.Table(
        [run.Texts["column.matter"], run.Texts["column.kind"], run.Texts["column.subject"], run.Texts["column.state"], run.Texts["column.agency"], run.Texts["column.due"], run.Texts["column.told"]],
        matters.Select(one => (IReadOnlyList<string>)
        [
            one.Id, MatterWords.KindOf(one, run.Texts.Culture), one.SubjectId ?? "-", MatterWords.StateOf(one.Kind, one.State, run.Texts.Culture), one.AgencyId, LastDay(run, one),
            string.Join(" → ", one.Escalations.Select(step => step.Entry.AgencyIds[0])),
        ]));

    private string At(DateTimeOffset instant) => clocks.Local(instant).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    // A dash: it is running, and nobody is told next.
    private string? Due(Matter matter) =>
        matter.Clock is not { } running ? null : running.DueAt is { } due && due != MatterClock.Never ? At(due) : "-";

    private string LastDay(CommandRun run, Matter matter) => MatterDue.Text(matter, clocks, run.Texts["matter.nodate"]);

    // By which provision the matter has that time.
    private string Basis(Matter matter) =>
        matter.Clock is { } running && clocks.Policy.Period(running.Key, clocks.DateOf(running.Start)) is { } period ? period.Basis.ToString() : "-";

    private void Head(Utf8JsonWriter json, Matter matter)
    {
        json.WriteString("id", matter.Id);
        json.WriteString("kind", matter.Kind.ToString());
        json.WriteString("category", matter.Category);
        json.WriteString("title", matter.Title);
        json.WriteString("subject", matter.SubjectId);
        json.WriteString("parent", matter.ParentId);
        json.WriteString("openedAt", At(matter.OpenedAt));
        json.WriteString("state", matter.State.ToString());
        json.WriteString("agency", matter.AgencyId);
        json.WriteString("due", Due(matter));
        json.WriteString("clock", matter.Clock?.Key);
        json.WriteNumber("escalations", matter.Escalations.Count());
    }
}
