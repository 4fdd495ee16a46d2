namespace Supervision.DecisionSupport;

/// <summary>A recorded inspection, as an audit of the inspectors looks at it. Immutable.</summary>
/// <param name="TaskId">Task.</param>
/// <param name="AgencyId">Agency or station that inspected.</param>
/// <param name="OfficerIds">Officers, the leading one first; at least one.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="ItemCode">Item.</param>
/// <param name="On">Civil day of the record.</param>
/// <param name="EnteredAt">When the entry was scanned; null without a scan.</param>
/// <param name="RecordedAt">When the record was made.</param>
/// <param name="Points">Check points that were answered.</param>
/// <param name="HasFinding">Whether it found anything.</param>
/// <param name="RiskClass">Credit-risk class by which the subject was drawn, before anybody went there; null when no draw chose it.</param>
public sealed record AuditedVisit(
    string TaskId,
    string AgencyId,
    IReadOnlyList<string> OfficerIds,
    string SubjectId,
    string ItemCode,
    DateOnly On,
    DateTimeOffset? EnteredAt,
    DateTimeOffset RecordedAt,
    int Points,
    bool HasFinding,
    string? RiskClass)
{
    /// <summary>Whose inspection it is.</summary>
    public string Lead => OfficerIds[0];
}
