using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Inspections;

/// <summary>What an assignment of officers gave.</summary>
/// <param name="Tasks">The tasks made, in order of their id, each with two distinct officers.</param>
/// <param name="Match">What anybody needs to check it.</param>
/// <param name="ExcludedOfficers">Officers who could not be drawn, with the reason.</param>
public sealed record AssignResult(
    IReadOnlyList<InspectionTask> Tasks, MatchBundle Match, IReadOnlyList<Refusal> ExcludedOfficers)
{
    /// <summary>Tasks that found no two officers; the certificate in the matching says why.</summary>
    public int Unassigned => Match.Tasks.Count - Tasks.Count;
}
