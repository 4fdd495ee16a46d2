namespace Supervision.Inspections;

/// <summary>A non-conformity that an inspection recorded 检查发现的问题. Immutable.</summary>
/// <param name="Id">Identifier: the task's id and the point's.</param>
/// <param name="TaskId">Task.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="PointId">Check point.</param>
/// <param name="ContentCode">Content line of the catalogue.</param>
/// <param name="Severity">As the checklist classes it: "slight", "ordinary", "heavier", "serious", or null when never scored.</param>
/// <param name="FoundOn">Civil date of the record.</param>
/// <param name="Note">What the officers saw.</param>
public sealed record Finding(
    string Id,
    string TaskId,
    string SubjectId,
    string PointId,
    string ContentCode,
    string? Severity,
    DateOnly FoundOn,
    string Note);
