using System.CommandLine;
using Supervision.Commitments;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Console.Commands;

/// <summary>Licences by a promise: apply, sign, grant, conclude the check.</summary>
internal static class CommitmentCommands
{
    public static Command All(CommandFactory factory) => factory.Noun(
        "commitment",
        Apply(factory),
        Sign(factory),
        Decline(factory),
        MatterCommands.Do(factory, "commitment.do", needsRules: true, Step),
        Conclude(factory),
        MatterCommands.List(factory, "commitment.list", MatterKind.Commitment),
        MatterCommands.Show(factory, "commitment.show"));

    private static MatterCommands.Step Step { get; } = (services, id, entry, actor, cancellationToken) =>
        services.RunAsync<AdvanceCommitment, Outcome<Matter>>(use => use.RunAsync(id, entry, actor, cancellationToken));

    private static Command Apply(CommandFactory factory)
    {
        var id = Id(factory);
        var item = new Option<string>("--item") { HelpName = "CODE", Required = true };
        var subject = new Option<string>("--subject") { HelpName = "ID", Required = true, Description = factory.Text("matter.option.subject") };
        var agency = new Option<string>("--agency") { HelpName = "ID", Required = true };
        var value = new Option<string[]>("--value") { HelpName = "NAME=VALUE" };
        var items = new Option<string?>("--items") { HelpName = "FILE" };
        var rules = Rules(factory);
        return factory.Verb("commitment.apply", RunAsync, id, item, subject, agency, value, items, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            var known = arguments.GetValue(items) is { } file
                ? CommitmentItems.Parse(await File.ReadAllTextAsync(file, cancellationToken))
                : CommitmentItems.Shipped;
            await using var services = await run.OpenAsync(arguments.GetValue(rules), cancellationToken);
            var application = new CommitmentApplication(
                arguments.GetRequiredValue(id), arguments.GetRequiredValue(item), arguments.GetRequiredValue(subject),
                arguments.GetRequiredValue(agency), MatterOptions.Pairs(arguments.GetValue(value)));
            var outcome = await services.RunAsync<ApplyForCommitment, Outcome<CommitmentOffer>>(
                apply => apply.RunAsync(application, known, run.Actor, cancellationToken));
            return outcome.TryGet(out var offer, out var refusal) ? Show(run, offer) : run.Talk.Refuse(refusal);
        }
    }

    private static ExitCode Show(CommandRun run, CommitmentOffer offer)
    {
        var hash = offer.Terms.Reference.ContentHash;
        run.Output.Show(
            json =>
            {
                json.WriteString("id", offer.Commitment.Id);
                json.WriteString("state", offer.Commitment.State.ToString());
                json.WriteString("gate", offer.Gate.Result.ToString());
                json.WriteString("terms", hash);
                json.WriteStartArray("points");
                foreach (var point in offer.Terms.Points)
                {
                    json.WriteStringValue(point.Text);
                }

                json.WriteEndArray();
                json.WritePropertyName("explanation");
                ExplanationJson.Write(json, offer.Gate.Explanation);
            },
            output =>
            {
                output.Line(offer.Gate.Explanation.In(run.Texts.Culture));
                if (offer.Gate.Result == GateResult.Eligible)
                {
                    output.Line(run.Texts.Format("commitment.terms", hash));
                    foreach (var point in offer.Terms.Points)
                    {
                        output.Line($"  {point.Id}. {point.Text}");
                    }
                }
            });
        return ExitCode.Ok;
    }

    private static Command Sign(CommandFactory factory)
    {
        var id = Id(factory);
        var terms = new Option<string>("--terms") { HelpName = "HASH", Required = true };
        var signature = new Option<string>("--signature") { HelpName = "ID", Required = true };
        return factory.Verb("commitment.sign", RunAsync, id, terms, signature);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<SignCommitment, Outcome<Matter>>(sign => sign.RunAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(terms), run.Arguments.GetRequiredValue(signature),
                run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    private static Command Decline(CommandFactory factory)
    {
        var id = Id(factory);
        var text = new Option<string>("--text") { HelpName = "TEXT", Required = true, Description = factory.Text("matter.option.text") };
        return factory.Verb("commitment.decline", RunAsync, id, text);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<SignCommitment, Outcome<Matter>>(sign => sign.DeclineAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(text), run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    private static Command Conclude(CommandFactory factory)
    {
        var id = new Argument<string?>("MATTER") { Description = factory.Text("matter.option.matter"), Arity = ArgumentArity.ZeroOrOne };
        var rules = Rules(factory);
        return factory.Verb("commitment.conclude", RunAsync, id, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var named = run.Arguments.GetValue(id);
            var concluded = new List<ConcludedCommitment>();
            foreach (var matter in named is null ? await OpenAsync(services, cancellationToken) : [named])
            {
                var outcome = await services.RunAsync<ConcludeCommitment, Outcome<ConcludedCommitment>>(
                    use => use.RunAsync(matter, run.Actor, cancellationToken));
                if (outcome.TryGet(out var one, out var refusal))
                {
                    concluded.Add(one);
                }
                else if (named is not null)
                {
                    return run.Talk.Refuse(refusal);
                }
            }

            var view = MatterCommands.ViewOf(services);
            run.Output.Show(
                json =>
                {
                    view.Array(json, "concluded", [.. concluded.Select(one => one.Commitment)]);
                    view.Array(json, "entries", [.. concluded.SelectMany(one => one.Entries)]);
                },
                output =>
                {
                    view.Table(run, output, concluded.Select(one => one.Commitment));
                    foreach (var one in concluded.Where(one => one.Credit is not null))
                    {
                        output.Line(run.Texts.Format(
                            "commitment.breached", one.Commitment.Id, one.Commitment.Fact("broken"), one.Credit!.CompositeScore, one.Credit.Grade,
                            string.Join("; ", one.Entries.Select(entry => $"{MatterWords.KindOf(entry, run.Texts.Culture)} {entry.Id} ({MatterWords.StateOf(entry.Kind, entry.State, run.Texts.Culture)})"))));
                    }
                });
            return ExitCode.Ok;
        }
    }

    // Those that wait for a check or a recheck; the others have nothing to conclude.
    private static async Task<List<string>> OpenAsync(HostServices services, CancellationToken cancellationToken)
    {
        var open = new List<string>();
        foreach (var state in (MatterState[])[MatterState.CheckDispatched, MatterState.Ordered])
        {
            var query = new MatterQuery { Kind = MatterKind.Commitment, State = state, Limit = 10_000 };
            open.AddRange((await services.RunAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(query, cancellationToken)))
                .Select(matter => matter.Id));
        }

        return open;
    }

    private static Argument<string> Id(CommandFactory factory) => new("MATTER") { Description = factory.Text("matter.option.matter") };

    private static Option<string?> Rules(CommandFactory factory)
    {
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return rules;
    }
}
