using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Matters;

/// <summary>What the guards of a step look at. Immutable.</summary>
/// <param name="Matter">The matter before the step.</param>
/// <param name="Entry">The step.</param>
public sealed record MatterFacts(Matter Matter, MatterEntry Entry)
{
    /// <summary>Who acts, with roles; null in a scope without an actor, which answers for itself.</summary>
    public Actor? Actor { get; init; }

    /// <summary>The agencies that the step names, as far as they are registered.</summary>
    public IReadOnlyList<Agency> Agencies { get; init; } = [];

    /// <summary>The officers that the step names, as far as they are registered.</summary>
    public IReadOnlyList<Officer> Officers { get; init; } = [];

    /// <summary>Parts of the matter.</summary>
    public IReadOnlyList<Matter> Parts { get; init; } = [];

    /// <summary>The inspection task that the step names, or null.</summary>
    public InspectionTask? Task { get; init; }

    /// <summary>Officers who must be on site, and the provision; null where the step brings nobody there.</summary>
    public (int Number, LegalBasis Basis)? OfficersNeeded { get; init; }

    /// <summary>Civil day of the step.</summary>
    public DateOnly On { get; init; }

    /// <summary>Whether the category list has a category; null where the step asks for none.</summary>
    public bool? CategoryIsListed { get; init; }
}
