namespace Supervision.Sampling;

/// <summary>What is asked for when a plan is to be approved. The rest comes from the catalogue.</summary>
/// <param name="Id">Identifier of the plan, also the programme of its draws.</param>
/// <param name="Name">Name as published.</param>
/// <param name="AgencyId">Agency that plans and draws.</param>
/// <param name="ItemCode">Sub-item, 14 digits.</param>
/// <param name="DivisionCode">Area: six digits, trailing zeros for a city or province.</param>
/// <param name="From">First day of the inspections.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Rates">Ratio of each tier, at least one, tiers distinct.</param>
/// <param name="MinPerCell">Least number a cell; 0 for none.</param>
/// <param name="CoolDownDays">Days without a second inspection; 0 for none.</param>
/// <param name="RatioSource">Where the ratios come from, as published.</param>
public sealed record PlanRequest(
    string Id,
    string Name,
    string AgencyId,
    string ItemCode,
    string DivisionCode,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<TierRate> Rates,
    int MinPerCell,
    int CoolDownDays,
    string RatioSource)
{
    /// <summary>How often a subject may be visited, and how often it must.</summary>
    public VisitFrequency Frequency { get; init; } = VisitFrequency.None;

    /// <summary>Whether cells are parted by industry too, after tier and division.</summary>
    public bool ByIndustry { get; init; }
}
