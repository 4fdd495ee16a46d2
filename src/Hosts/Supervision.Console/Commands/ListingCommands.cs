using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>How a subject comes onto a list: the grounds, the proposal, the plea and the decision.</summary>
internal static class ListingCommands
{
    public static Command Grounds(CommandFactory factory)
    {
        return factory.Verb("lists.grounds", RunAsync);

        static Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var grounds = run.Policies.ReadLists().GroundsOn(new AuthorityClock(run.Time, AuthorityClock.ChinaStandardTime).Today);
            run.Output.Show(
                json => json.WriteRows("grounds", grounds, ground =>
                {
                    json.WriteString("list", ground.Kind.ToString());
                    json.WriteString("ground", ground.Id);
                    json.WriteString("text", ground.Text);
                    json.WriteString("basis", ground.Basis.ToString());
                    json.WriteString("source", ground.Source);
                }),
                output => output.Table(
                    [run.Texts["column.list"], run.Texts["column.ground"], run.Texts["column.text"], run.Texts["column.basis"]],
                    grounds.Select(ground => (IReadOnlyList<string>)[run.Texts.Word(ground.Kind), ground.Id, ground.Text, ground.Basis.ToString()])));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    public static Command Propose(CommandFactory factory)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var list = WordOption.One<ListKind>("--list", "LIST");
        list.Required = true;
        var ground = new Option<string>("--ground") { HelpName = "ID", Required = true };
        var subject = new Option<string>("--subject") { HelpName = "ID", Required = true, Description = factory.Text("matter.option.subject") };
        var agency = new Option<string>("--agency") { HelpName = "ID", Required = true };
        var text = new Option<string>("--text") { HelpName = "TEXT", Required = true };
        var reference = new Option<string?>("--reference") { HelpName = "ID" };
        var letter = new Option<DateOnly[]>("--letter") { HelpName = "DATE" };
        return factory.Verb("lists.propose", RunAsync, id, list, ground, subject, agency, text, reference, letter);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            await using var services = await run.OpenAsync(cancellationToken);
            var proposal = new ListingProposal(
                arguments.GetRequiredValue(id), arguments.GetRequiredValue(list)!.Value, arguments.GetRequiredValue(ground), arguments.GetRequiredValue(subject),
                arguments.GetRequiredValue(agency), arguments.GetRequiredValue(text), arguments.GetValue(reference),
                [.. (arguments.GetValue(letter) ?? []).Order()]);
            var outcome = await services.RunAsync<ProposeListing, Outcome<Matter>>(
                propose => propose.RunAsync(proposal, run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    public static Command Repair(CommandFactory factory)
    {
        var id = new Argument<string>("CASE");
        var severity = new Option<string>("--severity") { HelpName = "WORD", Required = true };
        var area = new Option<string>("--area") { HelpName = "WORD", DefaultValueFactory = _ => "other" };
        var done = new Option<bool>("--duty-done");
        var promised = new Option<bool>("--promised");
        var text = new Option<string>("--text") { HelpName = "TEXT", Required = true, Description = factory.Text("matter.option.text") };
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return factory.Verb("lists.repair", RunAsync, id, severity, area, done, promised, text, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            await using var services = await run.OpenAsync(arguments.GetValue(rules), cancellationToken);
            var request = new RepairRequest(
                arguments.GetRequiredValue(id), arguments.GetRequiredValue(severity), arguments.GetRequiredValue(area), arguments.GetValue(done),
                arguments.GetValue(promised), arguments.GetRequiredValue(text));
            var outcome = await services.RunAsync<RepairPenalty, Outcome<RepairedPenalty>>(use => use.RunAsync(request, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var repaired, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("case", repaired.Case.Id);
                    json.WriteString("policy", repaired.Decision.Policy.ToString());
                    MatterCommands.ViewOf(services).Array(json, "lifted", [.. repaired.Lifted]);
                },
                output =>
                {
                    output.Line(run.Texts.Format("lists.repaired", repaired.Case.Id, repaired.Decision.Policy, string.Join(", ", repaired.Lifted.Select(matter => matter.Id))));
                    output.Line(repaired.Decision.Explanation.In(run.Texts.Culture));
                });
            return ExitCode.Ok;
        }
    }

    public static Command Do(CommandFactory factory) => MatterCommands.Do(factory, "lists.do", needsRules: false, async (services, id, entry, actor, cancellationToken) =>
        (await services.RunAsync<AdvanceListing, Outcome<IReadOnlyList<Matter>>>(use => use.RunAsync(id, entry, actor, cancellationToken)))
            .TryGet(out var matters, out var refusal) ? matters[0] : refusal);
}
