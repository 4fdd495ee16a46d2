using System.CommandLine;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>The lists and restrictions of a subject, whichever agency made them.</summary>
internal static class ListCommands
{
    public static Command All(CommandFactory factory) => factory.Noun(
        "lists",
        Of(factory),
        ListingCommands.Grounds(factory),
        ListingCommands.Propose(factory),
        ListingCommands.Do(factory),
        Impose(factory),
        End(factory, "lists.lift", MatterTrigger.Lift),
        End(factory, "lists.annul", MatterTrigger.Annul),
        ListingCommands.Repair(factory),
        MatterCommands.List(factory, "lists.list", MatterKind.ListEntry),
        MatterCommands.Show(factory, "lists.show"));

    private static Command Of(CommandFactory factory)
    {
        var subject = new Argument<string>("SUBJECT");
        return factory.Verb("lists.of", RunAsync, subject);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var today = services.Get<AuthorityClock>().Today;
            var entries = await services.RunAsync<SubjectLists, IReadOnlyList<ListEntry>>(
                lists => lists.OfAsync(run.Arguments.GetRequiredValue(subject), cancellationToken));
            run.Output.Show(
                json =>
                {
                    json.WriteRows("entries", entries, entry =>
                    {
                        json.WriteString("id", entry.Id);
                        json.WriteString("kind", entry.Kind.ToString());
                        json.WriteString("title", entry.Title);
                        json.WriteString("item", entry.Item);
                        json.WriteString("from", Text(entry.From));
                        json.WriteString("until", Text(entry.Until));
                        json.WriteString("liftedOn", Text(entry.LiftedOn));
                        json.WriteString("basis", entry.Basis.ToString());
                        json.WriteBoolean("holds", entry.HoldsOn(today));
                    });
                },
                output => output.Table(
                    [run.Texts["column.matter"], run.Texts["column.kind"], run.Texts["column.item"], run.Texts["column.first"], run.Texts["column.until"], run.Texts["column.holds"], run.Texts["column.basis"]],
                    entries.Select(entry => (IReadOnlyList<string>)
                    [
                        entry.Id, run.Texts.Word(entry.Kind), entry.Item ?? "-", Text(entry.From)!, Text(entry.LiftedOn ?? entry.Until) ?? "-",
                        run.Texts[entry.HoldsOn(today) ? "word.yes" : "word.no"], entry.Basis.ToString(),
                    ])));
            return ExitCode.Ok;
        }
    }

    private static Command Impose(CommandFactory factory)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var subject = new Option<string>("--subject") { HelpName = "ID", Required = true, Description = factory.Text("matter.option.subject") };
        var title = new Option<string>("--title") { HelpName = "TEXT", Required = true };
        var agency = new Option<string>("--agency") { HelpName = "ID", Required = true };
        var department = new Option<string[]>("--department") { HelpName = "ID", Required = true };
        var until = new Option<DateOnly>("--until") { HelpName = "DATE", Required = true };
        var law = new Option<string>("--law") { HelpName = "TEXT", Required = true };
        var article = new Option<string>("--article") { HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var penalty = new Option<string?>("--case") { HelpName = "ID" };
        return factory.Verb("lists.impose", RunAsync, id, subject, title, agency, department, until, law, article, penalty);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            await using var services = await run.OpenAsync(cancellationToken);
            var measure = new JointMeasure(
                arguments.GetRequiredValue(id), arguments.GetRequiredValue(subject), arguments.GetRequiredValue(title), arguments.GetRequiredValue(agency),
                arguments.GetRequiredValue(department), arguments.GetValue(until),
                new LegalBasis(arguments.GetRequiredValue(law), arguments.GetRequiredValue(article)))
            {
                CaseId = arguments.GetValue(penalty),
            };
            var outcome = await services.RunAsync<ImposeMeasure, Outcome<IReadOnlyList<Matter>>>(
                impose => impose.RunAsync(measure, run.Actor, cancellationToken));
            return PushCommands.ShowAll(run, services, outcome);
        }
    }

    private static Command End(CommandFactory factory, string key, MatterTrigger trigger)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var text = new Option<string>("--text") { HelpName = "TEXT", Required = true, Description = factory.Text("matter.option.text") };
        var fact = new Option<string[]>("--fact") { HelpName = "NAME=VALUE", Description = factory.Text("matter.option.fact") };
        return factory.Verb(key, RunAsync, id, text, fact);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var entry = new MatterEntry(trigger, services.Get<AuthorityClock>().Now)
            {
                Text = run.Arguments.GetRequiredValue(text), Facts = MatterOptions.Pairs(run.Arguments.GetValue(fact)),
            };
            var outcome = await services.RunAsync<LiftListEntry, Outcome<Matter>>(
                lift => lift.RunAsync(run.Arguments.GetRequiredValue(id), entry, run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    private static string? Text(DateOnly? date) => date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
