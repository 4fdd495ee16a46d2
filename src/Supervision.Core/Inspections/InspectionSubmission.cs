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
    string? TerminationReason)
{
    /// <summary>The scan that logged the visit.</summary>
    public EntryScan? Entry { get; init; }

    /// <summary>Signatures of the officers under the record.</summary>
    public IReadOnlyList<OfficerSignature> OfficerSignatures { get; init => field = value ?? []; } = [];

    /// <summary>Points that the order to correct names; empty means every point found wanting.</summary>
    public IReadOnlyList<string> OrderedPointIds { get; init => field = value ?? []; } = [];

    /// <summary>Facts of a suspected violation that goes to case handling; null when there is none.</summary>
    public string? ClueFacts { get; init; }

    /// <summary>Points that the clue rests on; empty means every point found wanting.</summary>
    public IReadOnlyList<string> CluePointIds { get; init => field = value ?? []; } = [];

    /// <summary>List of <see cref="ResultCodes"/>; random inspection when nothing else is said.</summary>
    public CheckType CheckType { get; init; } = CheckType.RandomInspection;

    /// <summary>Result codes, separated by commas; null when none is given yet.</summary>
    public string? ResultCodes { get; init; }

    /// <summary>Where a failed recheck goes: a case, a credit entry.</summary>
    public string? EscalateTo { get; init; }
}
