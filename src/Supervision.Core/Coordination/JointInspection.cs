namespace Supervision.Coordination;

/// <summary>A joint inspection 跨部门联合检查: the visits that the same agencies make for the same items.</summary>
/// <param name="LeadAgencyId">The agency that leads.</param>
/// <param name="PartnerIds">The others that come, by id.</param>
/// <param name="ItemCodes">Items, by code.</param>
/// <param name="From">First planned day.</param>
/// <param name="To">Last planned day.</param>
/// <param name="Visits">The visits, by subject and day.</param>
public sealed record JointInspection(
    string LeadAgencyId,
    IReadOnlyList<string> PartnerIds,
    IReadOnlyList<string> ItemCodes,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<JointVisit> Visits)
{
    /// <summary>The joint inspections of a merged plan, by lead and items; visits of one agency alone are none.</summary>
    public static IReadOnlyList<JointInspection> Of(MergedPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Visits.Where(visit => visit.IsJoint)
                .GroupBy(Signature, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new JointInspection(
                    same.First().LeadAgencyId, Partners(same.First()), Items(same.First()),
                    same.Min(visit => visit.On), same.Max(visit => visit.On), [.. same])),
        ];
    }

    private static string Signature(JointVisit visit) =>
        $"{visit.LeadAgencyId}\n{string.Join(' ', Items(visit))}\n{string.Join(' ', Partners(visit))}";

    private static IReadOnlyList<string> Partners(JointVisit visit) =>
        [.. visit.Attendances.Keys.Where(agency => agency != visit.LeadAgencyId).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Items(JointVisit visit) =>
        [.. visit.Checks.Select(check => check.ItemCode).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
