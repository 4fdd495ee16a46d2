using System.CommandLine;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;

namespace Supervision.Console.Commands;

/// <summary>Notices and laws pushed to subjects, and receipts.</summary>
internal static class PushCommands
{
    public static Command Push(CommandFactory factory) => factory.Noun(
        "push", Send(factory), MatterCommands.List(factory, "push.list", MatterKind.Push), MatterCommands.Show(factory, "push.show"));

    public static Command Receipt(CommandFactory factory) => factory.Noun(
        "receipt", Acknowledge(factory), MatterCommands.List(factory, "receipt.list", MatterKind.Receipt));

    public static ExitCode ShowAll(CommandRun run, HostServices services, Outcome<IReadOnlyList<Matter>> outcome)
    {
        if (!outcome.TryGet(out var matters, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        MatterCommands.ViewOf(services).ShowList(run, "matters", matters);
        return ExitCode.Ok;
    }

    private static Command Send(CommandFactory factory)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var title = new Option<string>("--title") { HelpName = "TEXT", Required = true };
        var agency = new Option<string>("--agency") { HelpName = "ID", Required = true };
        var text = new Option<string>("--text") { HelpName = "TEXT", Required = true };
        var target = new TargetOptions(factory.Texts);
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return factory.Verb("push.send", RunAsync, [id, title, agency, text, .. target.All, rules]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            await using var services = await run.OpenAsync(arguments.GetValue(rules), cancellationToken);
            if (!(await target.FindAsync(run, services, cancellationToken)).TryGet(out var subjects, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var outcome = await services.RunAsync<PushToSubjects, Outcome<IReadOnlyList<Matter>>>(push => push.RunAsync(
                arguments.GetRequiredValue(id), arguments.GetRequiredValue(title), arguments.GetRequiredValue(agency),
                subjects, arguments.GetRequiredValue(text), run.Actor, cancellationToken));
            return ShowAll(run, services, outcome);
        }
    }

    private static Command Acknowledge(CommandFactory factory)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var text = new Option<string>("--text") { HelpName = "TEXT", DefaultValueFactory = _ => "", Description = factory.Text("matter.option.text") };
        return factory.Verb("receipt.acknowledge", RunAsync, id, text);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<AcknowledgeReceipt, Outcome<Matter>>(
                use => use.RunAsync(run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(text), run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }
}
