using Supervision.Coordination;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record VisitCheckJson(
    string Id, string AgencyId, string SubjectId, string ItemCode, string From, string To, int Officers, bool IsStatutory, bool IsKey)
{
    public static VisitCheckJson Of(PlannedCheck check) => new(
        check.Id, check.AgencyId, check.SubjectId, check.ItemCode, Stored.Date(check.From), Stored.Date(check.To), check.Officers,
        check.IsStatutory, check.IsKey);

    public PlannedCheck ToCheck() => new(Id, AgencyId, SubjectId, ItemCode, Stored.ToDate(From), Stored.ToDate(To), Officers)
    {
        IsStatutory = IsStatutory, IsKey = IsKey,
    };
}
