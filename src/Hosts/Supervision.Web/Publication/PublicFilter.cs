using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>What a citizen looks at: one agency, one area, or all. Immutable.</summary>
/// <param name="Agency">Agency; null or empty for all.</param>
/// <param name="Area">Division code of six digits, whose trailing zeros widen it; null or empty for all.</param>
internal sealed record PublicFilter(string? Agency, string? Area)
{
    /// <summary>Whether it leaves anything out.</summary>
    public bool IsSet => !string.IsNullOrEmpty(Agency) || !string.IsNullOrEmpty(Area);

    /// <summary>Whether a plan is of the agency and concerns the area: a plan of a whole city concerns each of its counties, too.</summary>
    public bool Holds(InspectionPlan plan) =>
        (string.IsNullOrEmpty(Agency) || plan.AgencyId == Agency)
        && (string.IsNullOrEmpty(Area) || DivisionArea.Covers(Area, plan.DivisionCode) || DivisionArea.Covers(plan.DivisionCode, Area));
}
