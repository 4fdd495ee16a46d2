namespace Supervision.Coordination;

/// <summary>Whose point a line of a joint form is.</summary>
/// <param name="AgencyId">Agency.</param>
/// <param name="ChecklistId">Its checklist.</param>
/// <param name="PointId">The point in it.</param>
public sealed record FormOwner(string AgencyId, string ChecklistId, string PointId);
