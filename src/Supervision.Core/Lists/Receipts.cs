using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>Makes receipts. Pure.</summary>
internal static class Receipts
{
    /// <summary>A receipt that is to be acknowledged by an agency, or for a subject that has none of its own by the agency that sent it.</summary>
    public static Matter Of(
        string id, string parentId, string category, string title, string agencyId, string originAgencyId, string? subjectId, DateTimeOffset at) => new()
    {
        Id = id, Kind = MatterKind.Receipt, Category = category, Title = title, ParentId = parentId, AgencyId = agencyId, OriginAgencyId = originAgencyId,
        SubjectId = subjectId, OpenedAt = at, State = MatterState.Sent,
    };
}
