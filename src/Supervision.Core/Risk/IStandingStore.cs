using Supervision.Registry;

namespace Supervision.Risk;

/// <summary>Keeps standings. Changes become durable with the unit of work of the same scope.</summary>
public interface IStandingStore
{
    /// <summary>The standing of a subject, or null when it was never assessed.</summary>
    Task<SubjectStanding?> FindAsync(string subjectId, CancellationToken cancellationToken);

    /// <summary>Adds or replaces standings; subjects within the batch are distinct.</summary>
    Task<SaveCount> SaveAsync(IReadOnlyList<SubjectStanding> standings, CancellationToken cancellationToken);

    /// <summary>All subjects in order of their id by bytes, each with its standing.</summary>
    IAsyncEnumerable<StandingRow> StreamAsync(CancellationToken cancellationToken);

    /// <summary>Adds decisions with their explanations; their numbers are above all stored ones. Nothing is ever changed or removed.</summary>
    Task AddDecisionsAsync(IReadOnlyList<StandingDecision> decisions, CancellationToken cancellationToken);

    /// <summary>The highest number of a decision; 0 when there is none.</summary>
    Task<long> LastDecisionAsync(CancellationToken cancellationToken);

    /// <summary>The decisions about a subject, oldest first.</summary>
    Task<IReadOnlyList<StandingDecision>> ListDecisionsAsync(string subjectId, CancellationToken cancellationToken);
}
