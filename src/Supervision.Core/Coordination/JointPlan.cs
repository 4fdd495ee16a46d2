using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>
/// 联合检查计划: the merged plan of several agencies for a year, as the joint office keeps it; its visits are kept beside it. Immutable; the
/// approval gives a new one.
/// </summary>
public sealed record JointPlan
{
    /// <summary>Identifier, 1 to 32 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Civil year.</summary>
    public required int Year { get; init; }

    /// <summary>The joint office's agency, which merges, approves and opens the visits.</summary>
    public required string AgencyId { get; init; }

    /// <summary>Agencies whose plans were merged, by id; they see the plan.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>What the merge respected.</summary>
    public required MergeRules Rules { get; init; }

    /// <summary>Visits, of several agencies and of one.</summary>
    public required int Visits { get; init; }

    /// <summary>Visits of several agencies, of all visits; null for an empty plan.</summary>
    public required Rate? JointShare { get; init; }

    /// <summary>What the merge saves, with numerator and denominator.</summary>
    public required MergeSavings Savings { get; init; }

    /// <summary>Checks that do not take place, with the reason.</summary>
    public required IReadOnlyList<DroppedCheck> Dropped { get; init; }

    /// <summary>What a person should look at before the approval.</summary>
    public required IReadOnlyList<MergeNote> Notes { get; init; }

    /// <summary>SHA-256 of visits, dropped checks and savings, see <see cref="JointPlanHash"/>; 64 lower-case hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who merged it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>Civil day of the merge.</summary>
    public required DateOnly ProposedOn { get; init; }

    /// <summary>Who approved it, another person; null until then.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Civil day of the approval; null until then.</summary>
    public DateOnly? ApprovedOn { get; init; }
}
