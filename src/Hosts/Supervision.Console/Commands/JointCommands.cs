using System.CommandLine;
using System.Globalization;
using Supervision.Console.Plans;
using Supervision.Console.Shell;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Console.Commands;

/// <summary>Joint plans: merged and kept, approved by a second person, opened as visits, answered on one form.</summary>
internal static class JointCommands
{
    public static Command All(CommandFactory factory) => factory.Noun(
        "joint", Propose(factory), Approve(factory), Open(factory), Show(factory), List(factory), Form(factory));

    private static Command Propose(CommandFactory factory)
    {
        var id = Plan(factory);
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var rules = new Option<string?>("--rules") { HelpName = "FILE" };
        return factory.Verb("joint.propose", RunAsync, id, files, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var yearly = run.Arguments.GetRequiredValue(files).Select(path => JsonFile.Read(path, PlanJson.Default.YearlyPlanFile).ToPlan()).ToList();
            var respected = run.Arguments.GetValue(rules) is { } file ? JsonFile.Read(file, PlanJson.Default.MergeRulesFile).ToRules() : new MergeRules();
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<ProposeJointPlan, Outcome<JointPlan>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), yearly[0].Year, yearly, respected, run.Actor, cancellationToken));
            return JointPlanView.Show(run, outcome);
        }
    }

    private static Command Approve(CommandFactory factory)
    {
        var id = Plan(factory);
        return factory.Verb("joint.approve", RunAsync, id);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            return JointPlanView.Show(run, await services.RunAsync<ApproveJointPlan, Outcome<JointPlan>>(
                use => use.RunAsync(run.Arguments.GetRequiredValue(id), run.Actor, cancellationToken)));
        }
    }

    private static Command Open(CommandFactory factory)
    {
        var id = Plan(factory);
        var from = new Option<DateOnly>("--from") { HelpName = "DATE", Required = true };
        var to = new Option<DateOnly>("--to") { HelpName = "DATE", Required = true };
        var officers = new Option<string[]>("--officer") { HelpName = "ID", Required = true };
        return factory.Verb("joint.open", RunAsync, id, from, to, officers);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<OpenJointVisits, Outcome<OpenedVisits>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetValue(from), run.Arguments.GetValue(to), run.Arguments.GetValue(officers) ?? [],
                run.Actor, cancellationToken));
            if (!outcome.TryGet(out var opened, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            JointPlanView.Show(run, opened.Opened);
            foreach (var refused in opened.Refused.Values)
            {
                run.Talk.Refuse(refused);
            }

            return opened.Refused.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static Command Show(CommandFactory factory)
    {
        var id = Plan(factory);
        var from = new Option<DateOnly?>("--from") { HelpName = "DATE" };
        var to = new Option<DateOnly?>("--to") { HelpName = "DATE" };
        return factory.Verb("joint.show", RunAsync, id, from, to);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var plan = run.Arguments.GetRequiredValue(id);
            var found = await services.RunAsync<IJointPlanStore, JointPlan?>(store => store.FindAsync(plan, cancellationToken));
            if (found is null)
            {
                return run.Talk.Refuse(Refusal.Of("SUP2234", plan));
            }

            if (run.Arguments.GetValue(from) is not { } first)
            {
                return JointPlanView.Show(run, found);
            }

            var last = run.Arguments.GetValue(to) ?? first;
            JointPlanView.Show(run, await services.RunAsync<IJointPlanStore, IReadOnlyList<PlannedVisit>>(
                store => store.ListVisitsAsync(plan, first, last, 0, OpenJointVisits.Most, cancellationToken)));
            return ExitCode.Ok;
        }
    }

    private static Command List(CommandFactory factory)
    {
        return factory.Verb("joint.list", RunAsync);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            JointPlanView.Show(run, await services.RunAsync<IJointPlanStore, IReadOnlyList<JointPlan>>(
                store => store.ListAsync(null, OpenJointVisits.Most, cancellationToken)));
            return ExitCode.Ok;
        }
    }

    private static Command Form(CommandFactory factory)
    {
        var id = Plan(factory);
        var number = new Argument<int>("VISIT");
        var answers = new Option<string?>("--answers") { HelpName = "FILE" };
        var output = new Option<string?>("--out") { HelpName = "FOLDER" };
        return factory.Verb("joint.form", RunAsync, id, number, answers, output);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<ShowJointForm, Outcome<JointForm>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetValue(number), cancellationToken));
            if (!outcome.TryGet(out var form, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            if (run.Arguments.GetValue(answers) is not { } file)
            {
                JointPlanView.Show(run, form);
                return ExitCode.Ok;
            }

            if (form.Planned.TaskIds.Count == 0)
            {
                return run.Talk.Refuse(Refusal.Of("SUP2241", form.Planned.PlanId, form.Planned.Number.ToString(CultureInfo.InvariantCulture)));
            }

            var staff = await services.RunAsync<IOfficerStore, IReadOnlyList<Officer>>(store => store.ListOfficersAsync(cancellationToken));
            var parts = FormAnswers.Split(form, JsonFile.Read(file, AnswersJson.Default.AnswersFile), staff);
            var folder = Directory.CreateDirectory(run.Arguments.GetValue(output) ?? ".").FullName;
            foreach (var (agency, part) in parts)
            {
                var path = Path.Combine(folder, $"{agency}.json");
                await part.WriteAsync(path, cancellationToken);
                run.Talk.Say("joint.form.written", path, part.Inspections.Count);
            }

            return ExitCode.Ok;
        }
    }

    private static Argument<string> Plan(CommandFactory factory) => new("PLAN") { Description = factory.Text("joint.option.plan") };
}
