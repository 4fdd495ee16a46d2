using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Coordination;

namespace Supervision.Console.Commands;

/// <summary>Merges the yearly plans of several agencies. Needs no database.</summary>
internal static class PlanMergeCommand
{
    public static Command Create(CommandFactory factory)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var rules = new Option<string?>("--rules") { HelpName = "FILE" };
        var output = new Option<string?>("--out") { HelpName = "FILE" };
        return factory.Verb("plan.merge", RunAsync, files, rules, output);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var checks = new List<PlannedCheck>();
            foreach (var path in run.Arguments.GetRequiredValue(files))
            {
                if (!JsonFile.Read(path, PlanJson.Default.YearlyPlanFile).ToPlan().Checks().TryGet(out var own, out var refusal))
                {
                    return run.Talk.Refuse(refusal);
                }

                checks.AddRange(own);
            }

            if (checks.GroupBy(check => check.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                run.Talk.Warn("plan.merge.twice", twice.Key);
                return ExitCode.Failed;
            }

            var respected = run.Arguments.GetValue(rules) is { } file
                ? JsonFile.Read(file, PlanJson.Default.MergeRulesFile).ToRules()
                : new MergeRules();
            var plan = PlanMerger.Merge(checks, respected);
            if (run.Arguments.GetValue(output) is { } target)
            {
                await WholeFile.WriteAsync(target, async stream =>
                {
                    await stream.WriteAsync(MergedPlanFile.Write(plan), cancellationToken);
                    return true;
                });
            }

            Show(run, plan);
            return plan.Notes.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static void Show(CommandRun run, MergedPlan plan) => run.Output.Show(
        json => MergedPlanFile.Members(json, plan, withVisits: true),
        output =>
        {
            var (texts, savings) = (run.Texts, plan.Savings);
            output.Line(texts.Format("plan.merge.visits", savings.VisitsPlanned, savings.VisitsActual, savings.VisitsSaved));
            output.Line(texts.Format("plan.merge.officers", savings.AttendancesPlanned, savings.AttendancesActual, savings.AttendancesSaved));
            output.Line(texts.Format("plan.merge.joint", plan.JointShare?.ToString() ?? "-", JointInspection.Of(plan).Count, plan.Dropped.Count));
            foreach (var note in plan.Notes.Take(20))
            {
                output.Line(texts.Format($"plan.merge.note.{note.Kind}", note.SubjectId, note.Count));
            }
        });
}
