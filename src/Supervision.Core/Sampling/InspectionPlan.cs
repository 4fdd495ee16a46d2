using Supervision.Catalog;

namespace Supervision.Sampling;

/// <summary>
/// An inspection plan 抽查计划: which item, which subjects, at what ratios, in which period. It pins the checklist
/// and the ratios it was approved with. Immutable.
/// </summary>
public sealed record InspectionPlan
{
    /// <summary>Identifier, also the programme in announcements, such as "food-2026".</summary>
    public required string Id { get; init; }

    /// <summary>Name as published.</summary>
    public required string Name { get; init; }

    /// <summary>The agency that plans and draws.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The sub-item inspected, 14 digits.</summary>
    public required string ItemCode { get; init; }

    /// <summary>Field an officer needs for it.</summary>
    public required string Field { get; init; }

    /// <summary>The checklist version that all tasks of the plan use.</summary>
    public required ChecklistReference Checklist { get; init; }

    /// <summary>Subjects of this division, six digits; trailing zeros widen it to a city or province.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>Only subjects with one of these categories; empty means all.</summary>
    public required IReadOnlyList<string> SubjectCategories { get; init; }

    /// <summary>First day of the inspections.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the inspections, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Ratio of each credit-risk class.</summary>
    public required IReadOnlyList<TierRate> Rates { get; init; }

    /// <summary>Least number drawn from a cell with a ratio above 0; 0 for none.</summary>
    public required int MinPerCell { get; init; }

    /// <summary>Days since its last inspection during which a subject is left out of the frame, where the rate of its tier names none; 0 for none.</summary>
    public required int CoolDownDays { get; init; }

    /// <summary>The ratio policy in words, id, version and hash, as published; "by hand" when ratios were given.</summary>
    public required string RatioSource { get; init; }

    /// <summary>How often a subject may be visited, and how often it must.</summary>
    public VisitFrequency Frequency { get; init; } = VisitFrequency.None;

    /// <summary>Whether cells are parted by industry too, after tier and division.</summary>
    public bool ByIndustry { get; init; }
}
