using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Dossiers;

namespace Supervision.Console.Commands;

/// <summary>The dossier of one subject, as of a day and as known on another.</summary>
internal static class ShowSubjectCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("SUBJECT");
        var asOf = new Option<DateOnly?>("--as-of") { HelpName = "DATE" };
        var knownOn = new Option<DateOnly?>("--known-on") { HelpName = "DATE" };
        var section = new Option<DossierSection?>("--section") { HelpName = "SECTION" };
        var skip = new Option<int>("--skip") { HelpName = "N" };
        skip.Validators.Add(given => Demand(given, factory, at => at >= 0));
        var limit = new Option<int>("--limit") { HelpName = "N", DefaultValueFactory = _ => 50 };
        limit.Validators.Add(given => Demand(given, factory, at => at is >= 1 and <= DossierQuestion.MostRows));
        var rules = RulesOption.Create();
        return factory.Verb("show.subject", RunAsync, id, asOf, knownOn, section, skip, limit, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var question = new DossierQuestion(run.Arguments.GetRequiredValue(id))
            {
                AsOf = run.Arguments.GetValue(asOf),
                KnownOn = run.Arguments.GetValue(knownOn),
                Section = run.Arguments.GetValue(section),
                Skip = run.Arguments.GetValue(skip),
                Limit = run.Arguments.GetValue(limit),
            };
            var dossier = (await services.RunAsync<ShowDossier, Outcome<SubjectDossier>>(
                use => use.RunAsync(question, run.Actor, cancellationToken))).OrThrow();
            run.Output.Show(json => Write(json, run, dossier), output => Show(run, output, dossier));
            return ExitCode.Ok;
        }
    }

    private static void Demand(OptionResult given, CommandFactory factory, Func<int, bool> isFit)
    {
        if (!isFit(given.GetValueOrDefault<int>()))
        {
            given.AddError(factory.Texts.Format("show.subject.range", given.Option.Name, DossierQuestion.MostRows));
        }
    }

    private static void Write(Utf8JsonWriter json, CommandRun run, SubjectDossier dossier)
    {
        var (subject, credit) = (dossier.Subject, dossier.Credit);
        json.WriteString("id", subject.Id);
        json.WriteString("name", subject.Name);
        json.WriteString("kind", subject.Kind.ToString());
        json.WriteString("division", subject.DivisionCode);
        json.WriteString("industry", subject.IndustryCode);
        json.WriteString("status", subject.Status.ToString());
        json.WriteString("asOf", Iso(dossier.AsOf));
        json.WriteString("knownOn", Iso(dossier.KnownOn));
        json.WriteString("deliveredClass", subject.DeliveredRiskClass);
        json.WriteString("class", dossier.Standing?.Class.ToString());
        json.WriteString("points", Invariant(credit.Points));
        json.WriteString("composite", Invariant(credit.CompositeScore));
        json.WriteString("grade", credit.Grade.ToString());
        json.WriteBoolean("personLinked", credit.PersonLinked);
        json.WriteString("explanation", credit.Explanation.In(run.Texts.Culture));
        Rows(json, "tasks", dossier.Visits, task => json.WriteStringValue($"{task.TaskId} {task.State}"));
        Rows(json, "findings", dossier.Findings, finding => json.WriteStringValue($"{finding.Id} {finding.ContentCode} {finding.Severity}"));
        Rows(json, "creditEvents", dossier.CreditEvents, one => json.WriteStringValue($"{one.Id} {one.Kind} {Iso(one.OccurredOn)}"));
        Rows(json, "cases", dossier.Cases, one => json.WriteStringValue($"{one.Id} {one.State}"));
        Rows(json, "matters", dossier.Matters, matter => json.WriteStringValue($"{matter.Id} {matter.Kind} {matter.State}"));
        Rows(json, "mayEnter", dossier.MayEnter, right =>
        {
            json.WriteStartObject();
            json.WriteString("agency", right.AgencyId);
            json.WriteString("item", right.ItemCode);
            json.WriteStartArray("basis");
            foreach (var basis in right.Basis)
            {
                json.WriteStringValue(basis.ToString());
            }

            json.WriteEndArray();
            json.WriteStartArray("tasks");
            foreach (var task in right.OpenTaskIds)
            {
                json.WriteStringValue(task);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        json.WriteStartObject("totals");
        json.WriteNumber("tasks", dossier.Visits.Total);
        json.WriteNumber("findings", dossier.Findings.Total);
        json.WriteNumber("creditEvents", dossier.CreditEvents.Total);
        json.WriteNumber("cases", dossier.Cases.Total);
        json.WriteNumber("matters", dossier.Matters.Total);
        json.WriteNumber("mayEnter", dossier.MayEnter.Total);
        json.WriteEndObject();
    }

    private static void Rows<T>(Utf8JsonWriter json, string name, DossierPage<T> page, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var row in page.Rows)
        {
            write(row);
        }

        json.WriteEndArray();
    }

    private static void Show(CommandRun run, Output output, SubjectDossier dossier)
    {
        var (subject, standing) = (dossier.Subject, dossier.Standing);
        output.Line($"{subject.Name}  {subject.Id}");
        output.Line(run.Texts.Format("show.subject.days", Iso(dossier.AsOf), Iso(dossier.KnownOn)));
        output.Line(run.Texts.Format("show.subject.registered", subject.Kind, DivisionNames.Of(subject.DivisionCode), subject.IndustryCode, subject.Status));
        output.Line(run.Texts.Format(
            "show.subject.class", subject.DeliveredRiskClass ?? "-", standing?.Class.ToString() ?? "-", standing?.Weight ?? 0));
        output.Line(dossier.Credit.Explanation.In(run.Texts.Culture));
        Table(run, output, dossier.Visits, ["task", "item", "agency", "state", "due"], visit =>
            [visit.TaskId, visit.ItemCode, visit.AgencyId, run.Texts.Word(visit.State), Iso(visit.DueOn)]);
        Table(run, output, dossier.Findings, ["finding", "day", "severity", "text"], finding =>
            [finding.ContentCode, Iso(finding.FoundOn), finding.Severity is { } severity ? Vocabulary.Severity(severity, run.Texts.Culture) : "-", finding.Note]);
        Table(run, output, dossier.CreditEvents, ["credit", "day", "kind"], one => [one.Id, Iso(one.OccurredOn), run.Texts.Word(one.Kind)]);
        Table(run, output, dossier.Cases, ["case", "day", "state"], one => [one.Id, Iso(one.Clue.ReceivedOn), run.Texts.Word(one.State)]);
        Table(run, output, dossier.Matters, ["matter", "kind", "day", "state", "text"], matter =>
            [matter.Id, run.Texts.Word(matter.Kind), Iso(DateOnly.FromDateTime(matter.OpenedAt.DateTime)), MatterWords.StateOf(matter.Kind, matter.State, run.Texts.Culture), MatterWords.TitleOf(matter.Kind, matter.Title, run.Texts.Culture)]);
        Table(run, output, dossier.MayEnter, ["mayEnter", "item", "basis", "task"], right =>
            [right.AgencyName, right.ItemName, string.Join(" ", right.Basis), right.OpenTaskIds.Count == 0 ? "-" : string.Join(" ", right.OpenTaskIds)]);
    }

    private static void Table<T>(CommandRun run, Output output, DossierPage<T> page, string[] columns, Func<T, IReadOnlyList<string>> row)
    {
        if (page.Total == 0)
        {
            return;
        }

        output.Line("");
        output.Table([.. columns.Select(column => run.Texts["column." + column])], page.Rows.Select(row));
        if (page.Left > 0)
        {
            output.Line(run.Texts.Format("show.subject.more", page.Left));
        }
    }

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
