namespace Supervision.Comparison;

/// <summary>Keeps comparisons, each agency its own. Changes become durable with the unit of work of the same scope.</summary>
public interface IComparisonStore
{
    /// <summary>Adds a comparison with its findings.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">The id is taken.</exception>
    Task AddAsync(ComparisonRun run, IReadOnlyList<ComparisonFinding> findings, CancellationToken cancellationToken);

    /// <summary>A comparison, or null.</summary>
    Task<ComparisonRun?> FindRunAsync(string id, CancellationToken cancellationToken);

    /// <summary>A finding, or null.</summary>
    Task<JudgedFinding?> FindAsync(string findingId, CancellationToken cancellationToken);

    /// <summary>A page of the findings of a comparison, by id.</summary>
    /// <param name="runId">Comparison.</param>
    /// <param name="judgement">What a person made of them; null for all.</param>
    /// <param name="afterId">The last id that was seen; null for the first page.</param>
    /// <param name="limit">Most findings, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<JudgedFinding>> ListAsync(
        string runId, FindingJudgement? judgement, string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Saves the judgement of a finding that is open.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">Somebody judged it in between.</exception>
    Task JudgeAsync(JudgedFinding judged, CancellationToken cancellationToken);
}
