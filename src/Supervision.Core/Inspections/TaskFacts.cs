using Supervision.Catalog;
using Supervision.Registry;

namespace Supervision.Inspections;

/// <summary>What the guards of the task life-cycle look at.</summary>
/// <param name="Task">The task as it is.</param>
/// <param name="Checklist">Its checklist, in the pinned version.</param>
/// <param name="Today">Civil date.</param>
/// <param name="Officers">The task's officers as they are registered today.</param>
/// <param name="Recusals">Recusals decided up to today.</param>
/// <param name="Submission">What the officers hand in.</param>
public sealed record TaskFacts(
    InspectionTask Task,
    Checklist Checklist,
    DateOnly Today,
    IReadOnlyList<Officer> Officers,
    IReadOnlyList<Recusal> Recusals,
    InspectionSubmission Submission)
{
    /// <summary>What the law asks of tasks.</summary>
    public TaskRules Rules { get; init; } = TaskRules.Shipped;
}
