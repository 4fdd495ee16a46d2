namespace Supervision.Inspections;

/// <summary>A suspected violation that a task hands over to case handling 案件线索.</summary>
/// <param name="PointIds">The points it rests on; at least one, each found wanting in the record.</param>
/// <param name="Facts">What is suspected, in a sentence or two.</param>
/// <param name="DecideBy">Last day for deciding whether a case is filed.</param>
public sealed record ReportedClue(IReadOnlyList<string> PointIds, string Facts, DateOnly DecideBy)
{
    /// <summary>Day on which it was handed over; null for one that was before the day was kept.</summary>
    public DateOnly? ReportedOn { get; init; }
}
