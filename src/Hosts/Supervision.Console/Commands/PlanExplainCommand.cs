using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Why a subject stands where it stands in the frame of a plan today, or why it is left out.</summary>
internal static class PlanExplainCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("PLAN");
        var subject = new Option<string>("--subject") { HelpName = "ID", Required = true };
        var rules = RulesOption.Create();
        rules.Description = factory.Text("command.plan.rules");
        return factory.Verb("plan.explain", RunAsync, id, subject, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var planId = run.Arguments.GetRequiredValue(id);
            if (await services.RunAsync<IDrawStore, InspectionPlan?>(store => store.FindPlanAsync(planId, cancellationToken)) is not { } plan)
            {
                return run.Talk.Refuse(Refusal.Of("SUP4111", planId));
            }

            var today = services.Get<AuthorityClock>().Today;
            var outcome = await services.RunAsync<PlanFrame, Outcome<Explanation>>(
                frames => frames.ExplainAsync(plan, run.Arguments.GetRequiredValue(subject), today, cancellationToken));
            if (!outcome.TryGet(out var explanation, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var text = explanation.In(run.Texts.Culture);
            run.Output.Show(json => json.WriteString("explanation", text), output => output.Line(text));
            return ExitCode.Ok;
        }
    }
}
