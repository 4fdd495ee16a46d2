using System.CommandLine;
using Supervision.Audit;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>What the commands of every kind of matter share: take a step, list, show, sweep.</summary>
internal static class MatterCommands
{
    /// <summary>Takes a step by the use case of a kind.</summary>
    public delegate Task<Outcome<Matter>> Step(HostServices services, string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken);

    public static Command Do(CommandFactory factory, string key, bool needsRules, Step take)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var step = new Argument<string>("STEP") { Description = factory.Text("matter.option.step") };
        var options = new MatterOptions(factory.Texts);
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return factory.Verb(key, RunAsync, [id, step, .. options.All, .. needsRules ? [rules] : Array.Empty<Symbol>()]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var word = run.Arguments.GetRequiredValue(step);
            if (!MatterOptions.TryTrigger(word, out var trigger))
            {
                run.Talk.Warn("matter.step.wrong", word, StepWord.All(MatterOptions.ByPeople, run.Texts));
                return ExitCode.Usage;
            }

            await using var services = needsRules
                ? await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken)
                : await run.OpenAsync(cancellationToken);
            var entry = options.Read(run, trigger, services.Get<AuthorityClock>().Now);
            var outcome = await take(services, run.Arguments.GetRequiredValue(id), entry, run.Actor, cancellationToken);
            return await ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    public static async Task<ExitCode> ShowAsync(CommandRun run, HostServices services, Outcome<Matter> outcome, CancellationToken cancellationToken)
    {
        if (!outcome.TryGet(out var matter, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        var parts = await services.RunAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListPartsAsync(matter.Id, cancellationToken));
        return ViewOf(services).Show(run, matter, parts);
    }

    public static MatterView ViewOf(HostServices services) => new(services.Get<MatterClocks>());

    public static Command Show(CommandFactory factory, string key)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        return factory.Verb(key, RunAsync, id);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var matterId = run.Arguments.GetRequiredValue(id);
            var found = await services.RunAsync<IMatterStore, Matter?>(store => store.FindAsync(matterId, cancellationToken));
            Outcome<Matter> outcome = found is null ? Refusal.Of("SUP7000", matterId) : found;
            return await ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    public static Command List(CommandFactory factory, string key, params MatterKind[] kinds)
    {
        var subject = new Option<string?>("--subject") { HelpName = "ID", Description = factory.Text("matter.option.subject") };
        var agency = new Option<string?>("--agency") { HelpName = "ID", Description = factory.Text("matter.option.turn") };
        var state = WordOption.One<MatterState>("--state", "STATE");
        state.Description = factory.Text("matter.option.state");
        return factory.Verb(key, RunAsync, subject, agency, state);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var found = new List<Matter>();
            foreach (var kind in kinds)
            {
                var query = new MatterQuery
                {
                    Kind = kind, SubjectId = run.Arguments.GetValue(subject), AgencyId = run.Arguments.GetValue(agency), State = run.Arguments.GetValue(state),
                };
                found.AddRange(await services.RunAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(query, cancellationToken)));
            }

            ViewOf(services).ShowList(run, "matters", found);
            return ExitCode.Ok;
        }
    }

    public static Command Sweep(CommandFactory factory)
    {
        var every = new Option<int?>("--every") { HelpName = "MINUTES" };
        return factory.Verb("sweep", RunAsync, every);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var minutes = run.Arguments.GetValue(every);
            while (true)
            {
                var told = await services.RunAsync<SweepOverdue, IReadOnlyList<Matter>>(sweep => sweep.RunAsync(run.Actor, cancellationToken));
                ViewOf(services).ShowList(run, "escalated", told);
                if (minutes is not > 0)
                {
                    return ExitCode.Ok;
                }

                await Task.Delay(TimeSpan.FromMinutes(minutes.Value), services.Get<TimeProvider>(), cancellationToken);
            }
        }
    }
}
