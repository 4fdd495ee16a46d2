using Supervision.Decisions;

namespace Supervision.CaseExchange;

/// <summary>What a round through the other systems brought.</summary>
/// <param name="Cases">Cases that were asked for.</param>
/// <param name="Taken">Reports that were taken.</param>
/// <param name="Refused">By case, why one was not followed or, first of them, a report was not taken.</param>
public sealed record CaseFollowUp(int Cases, int Taken, IReadOnlyDictionary<string, Refusal> Refused)
{
    /// <summary>Every report that could not be taken, by case and number; each round names it again until it comes mended.</summary>
    public IReadOnlyList<UntakenReport> Untaken { get; init; } = [];
}
