using Supervision.Decisions;

namespace Supervision.Lists;

/// <summary>A measure that restricts a subject in several departments 一处失信、处处受限. Immutable.</summary>
/// <param name="Id">Identifier, at most 30 characters: receipts append to it.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="Title">What is restricted, in a line.</param>
/// <param name="AgencyId">The agency that imposes it.</param>
/// <param name="DepartmentIds">Departments that carry it out; each acknowledges.</param>
/// <param name="Until">Last day.</param>
/// <param name="Basis">The provision; a measure without one is not imposed.</param>
public sealed record JointMeasure(
    string Id, string SubjectId, string Title, string AgencyId, IReadOnlyList<string> DepartmentIds, DateOnly Until, LegalBasis Basis)
{
    /// <summary>The penalty case that it rests on, whose repair lifts it; null for none.</summary>
    public string? CaseId { get; init; }
}
