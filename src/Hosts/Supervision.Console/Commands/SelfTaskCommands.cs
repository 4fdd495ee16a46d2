using System.CommandLine;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.SelfGovernance;

namespace Supervision.Console.Commands;

/// <summary>Tasks that subjects do themselves, and their verification without a visit.</summary>
internal static class SelfTaskCommands
{
    public static Command All(CommandFactory factory) => factory.Noun(
        "self-task",
        Assign(factory),
        Call(factory),
        Submit(factory),
        Verify(factory, "self-task.verify", holds: true),
        Verify(factory, "self-task.return", holds: false),
        MatterCommands.List(factory, "self-task.list", MatterKind.SelfTask),
        MatterCommands.Show(factory, "self-task.show"));

    private static Command Assign(CommandFactory factory)
    {
        var id = Id(factory);
        var notice = new Option<string>("--notice") { HelpName = "MATTER", Required = true };
        var material = new Option<string>("--material") { HelpName = "ID", Required = true };
        var materials = Materials(factory);
        return factory.Verb("self-task.assign", RunAsync, id, notice, material, materials);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var known = await ReadAsync(run.Arguments.GetValue(materials), cancellationToken);
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<AssignSelfTask, Outcome<Matter>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(notice), run.Arguments.GetRequiredValue(material), known,
                run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    private static Command Call(CommandFactory factory)
    {
        var id = Id(factory);
        var material = new Option<string>("--material") { HelpName = "ID", Required = true };
        var agency = new Option<string>("--agency") { HelpName = "ID", Required = true };
        var due = new Option<DateOnly>("--due") { HelpName = "DATE", Required = true };
        var materials = Materials(factory);
        var target = new TargetOptions(factory.Texts);
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return factory.Verb("self-task.call", RunAsync, [id, material, agency, due, materials, .. target.All, rules]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var known = await ReadAsync(run.Arguments.GetValue(materials), cancellationToken);
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            if (!(await target.FindAsync(run, services, cancellationToken)).TryGet(out var subjects, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var outcome = await services.RunAsync<CallSelfTasks, Outcome<IReadOnlyList<Matter>>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(material), known, run.Arguments.GetRequiredValue(agency), subjects,
                run.Arguments.GetValue(due), run.Actor, cancellationToken));
            return PushCommands.ShowAll(run, services, outcome);
        }
    }

    private static Command Submit(CommandFactory factory)
    {
        var id = Id(factory);
        var answer = new Option<string[]>("--answer") { HelpName = "PART=TEXT" };
        var evidence = new Option<string?>("--evidence") { HelpName = "HASH" };
        var materials = Materials(factory);
        return factory.Verb("self-task.submit", RunAsync, id, answer, evidence, materials);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var known = await ReadAsync(run.Arguments.GetValue(materials), cancellationToken);
            await using var services = await run.OpenAsync(cancellationToken);
            var answers = MatterOptions.Pairs(run.Arguments.GetValue(answer));
            var outcome = await services.RunAsync<SubmitSelfTask, Outcome<Matter>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), answers, run.Arguments.GetValue(evidence), known, run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    private static Command Verify(CommandFactory factory, string key, bool holds)
    {
        var id = Id(factory);
        var text = new Option<string>("--text") { HelpName = "TEXT", Required = true, Description = factory.Text("matter.option.text") };
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return factory.Verb(key, RunAsync, id, text, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var outcome = await services.RunAsync<VerifySelfTask, Outcome<Matter>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), holds, run.Arguments.GetRequiredValue(text), run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    private static async Task<SelfTaskMaterials> ReadAsync(string? file, CancellationToken cancellationToken) =>
        file is null ? SelfTaskMaterials.Shipped : SelfTaskMaterials.Parse(await File.ReadAllTextAsync(file, cancellationToken));

    private static Argument<string> Id(CommandFactory factory) => new("MATTER") { Description = factory.Text("matter.option.matter") };

    private static Option<string?> Materials(CommandFactory factory) =>
        new("--materials") { HelpName = "FILE", Description = factory.Text("self-task.materials") };
}
