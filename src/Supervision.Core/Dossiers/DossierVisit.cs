using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Dossiers;

/// <summary>An inspection task as it stood on the days of a dossier. Immutable.</summary>
/// <param name="TaskId">Task.</param>
/// <param name="AgencyId">Agency that inspects.</param>
/// <param name="ItemCode">Item inspected.</param>
/// <param name="Source">What drives it.</param>
/// <param name="DrawId">The draw it comes from, or null.</param>
/// <param name="SourceReference">The complaint, warning or letter behind it, or null.</param>
/// <param name="SourceBasis">The provision that lets it be inspected without a draw, or null.</param>
/// <param name="OfficerIds">Officers; those of today, also in a dossier of an earlier day.</param>
/// <param name="DueOn">Last day for the inspection.</param>
/// <param name="State">Where it stood.</param>
/// <param name="RecordedAt">When the record was made; null when it was not by then.</param>
/// <param name="ResultCodes">Result codes of the record, separated by commas; null when there were none by then.</param>
public sealed record DossierVisit(
    string TaskId,
    string AgencyId,
    string ItemCode,
    TaskSource Source,
    string? DrawId,
    string? SourceReference,
    LegalBasis? SourceBasis,
    IReadOnlyList<string> OfficerIds,
    DateOnly DueOn,
    TaskState State,
    DateTimeOffset? RecordedAt,
    string? ResultCodes)
{
    /// <summary>Whether officers may still enter for it.</summary>
    public bool IsOpen => State is TaskState.Assigned or TaskState.Accepted or TaskState.OnSite or TaskState.Rectifying;
}
