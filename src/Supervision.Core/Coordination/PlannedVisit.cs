using Supervision.Catalog;

namespace Supervision.Coordination;

/// <summary>A visit of a joint plan with the tasks that were opened for it. Immutable.</summary>
/// <param name="PlanId">The joint plan.</param>
/// <param name="Number">Counts the visits of the plan, from 1.</param>
/// <param name="Visit">The visit.</param>
/// <param name="TaskIds">A task for each of its checks, in their order; empty until it was opened.</param>
public sealed record PlannedVisit(string PlanId, int Number, JointVisit Visit, IReadOnlyList<string> TaskIds)
{
    /// <summary>The checklist of each check in the version that its task pinned, in their order: a newer one changes no running visit. Empty until it was opened.</summary>
    public IReadOnlyList<ChecklistReference> Checklists { get; init; } = [];
}
