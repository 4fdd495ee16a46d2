namespace Supervision.Inspections;

/// <summary>What the officers hand in after a visit.</summary>
/// <param name="TaskId">Task.</param>
/// <param name="PresentOfficerIds">Officers who were there.</param>
/// <param name="Entries">Answers to all points of the checklist.</param>
/// <param name="Signature">Signature or witnessed refusal.</param>
/// <param name="RectifyBy">Last day of the order to correct; needed when a point does not conform.</param>
/// <param name="TerminationReason">Set instead of answers when the subject could not be inspected.</param>
public sealed record InspectionSubmission(
    string TaskId,
    IReadOnlyList<string> PresentOfficerIds,
    IReadOnlyList<CheckEntry> Entries,
    RecordSignature? Signature,
    DateOnly? RectifyBy,
    string? TerminationReason);
