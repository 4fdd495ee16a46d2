using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>The yearly plan that the joint office makes of the agencies' plans. Immutable.</summary>
/// <param name="Visits">Visits by subject and day.</param>
/// <param name="Dropped">Checks that do not take place, with the reason.</param>
/// <param name="Notes">What a person should look at.</param>
/// <param name="Savings">What the merge itself saves: dropped checks are in neither sum.</param>
public sealed record MergedPlan(
    IReadOnlyList<JointVisit> Visits,
    IReadOnlyList<DroppedCheck> Dropped,
    IReadOnlyList<MergeNote> Notes,
    MergeSavings Savings)
{
    /// <summary>Visits of several agencies, of all visits; null for an empty plan.</summary>
    public Rate? JointShare => Visits.Count == 0 ? null : new Rate(Visits.Count(visit => visit.IsJoint), Visits.Count);
}
