namespace Supervision.Inspections;

/// <summary>A task that is to be opened without a draw.</summary>
/// <param name="Source">What drives it; not a draw.</param>
/// <param name="Reference">The complaint, warning, event, commitment, task or letter behind it: an identifier.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="ItemCode">Item of the catalogue.</param>
/// <param name="AgencyId">Agency that inspects.</param>
/// <param name="OfficerIds">At least two different officers of that agency.</param>
/// <param name="DueOn">Last day; null when the source's own period is to be counted from today.</param>
public sealed record TaskRequest(
    TaskSource Source,
    string Reference,
    string SubjectId,
    string ItemCode,
    string AgencyId,
    IReadOnlyList<string> OfficerIds,
    DateOnly? DueOn)
{
    /// <summary>A checklist of its own, such as the terms of a promise; null for the item's.</summary>
    public string? ChecklistId { get; init; }
}
