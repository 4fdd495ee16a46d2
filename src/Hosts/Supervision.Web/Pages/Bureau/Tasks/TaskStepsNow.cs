using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>Which steps a task can take today; see <see cref="Cases.CaseSteps"/>.</summary>
internal static class TaskStepsNow
{
    private static readonly HashSet<string> s_ofTheTask = new(StringComparer.Ordinal)
    {
        "officers may inspect today and are not recused", "two officers who were present signed the same record",
        "every fault is a general point, corrected on the spot", "the correction was not reported before", "every ordered point is corrected",
    };

    /// <summary>Names of the guards that look at the task and the day alone.</summary>
    public static IReadOnlySet<string> OfTheTask => s_ofTheTask;

    /// <summary>The steps from where the task stands, in the order of the life-cycle.</summary>
    public static IReadOnlyList<PossibleStep> Of(TaskFacts facts) =>
    [
        .. from step in TaskLifecycle.Table
           where step.From == facts.Task.State
           let refusal = step.Guards.Where(guard => s_ofTheTask.Contains(guard.Name)).Select(guard => guard.Check(facts)).OfType<Refusal>().FirstOrDefault()
           select new PossibleStep(step.Trigger.ToString(), step.To.ToString(), step.Basis, [.. step.Guards.Select(guard => guard.Name)], refusal),
    ];
}
