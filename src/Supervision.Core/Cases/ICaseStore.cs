namespace Supervision.Cases;

/// <summary>Keeps cases as clue and steps; steps are only added. Changes become durable with the unit of work of the same scope.</summary>
public interface ICaseStore
{
    /// <summary>Adds a case without steps.</summary>
    /// <param name="penaltyCase">Case.</param>
    /// <param name="nextDue">Last day of the next thing to do (<see cref="CaseDeadlines.NextOf"/>), which lists are ordered by; null when there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Audit.ConcurrencyConflictException">The id is taken.</exception>
    Task AddAsync(PenaltyCase penaltyCase, DateOnly? nextDue, CancellationToken cancellationToken);

    /// <summary>Adds the last step of a case whose earlier ones are stored.</summary>
    /// <param name="penaltyCase">Case.</param>
    /// <param name="nextDue">Last day of the next thing to do after this step; null when there is none or it cannot be counted yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Audit.ConcurrencyConflictException">Somebody else took a step in between.</exception>
    Task AppendAsync(PenaltyCase penaltyCase, DateOnly? nextDue, CancellationToken cancellationToken);

    /// <summary>Keeps until when the decision of a case is to be published and when it was, in place of what was kept of it: indicators count these days.</summary>
    /// <param name="penaltyCase">Case.</param>
    /// <param name="clocks">Its clocks of publication, one of a kind; one whose last day cannot be counted yet is passed over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SavePublicitiesAsync(PenaltyCase penaltyCase, IReadOnlyList<CaseDeadline> clocks, CancellationToken cancellationToken);

    /// <summary>The case with an id, or null.</summary>
    Task<PenaltyCase?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Cases that are not archived, in order of their id, after one of them.</summary>
    /// <param name="afterId">The last id that was seen; null for the first page.</param>
    /// <param name="limit">Most cases, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<PenaltyCase>> ListOpenAsync(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>The same of all agencies, whoever asks: a changed calendar moves the clocks of everybody.</summary>
    /// <param name="afterId">The last id that was seen; null for the first page.</param>
    /// <param name="limit">Most cases, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<PenaltyCase>> ListOpenOfAllAsync(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The cases of an agency that are not archived, the next last day first, those without one at the end. The order is by the day as it
    /// was counted with the last step: a calendar that was published since shows in <see cref="CaseDeadlines.Of"/>, not here.
    /// </summary>
    /// <param name="agencyId">Agency.</param>
    /// <param name="limit">Most cases, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<PenaltyCase>> ListDueAsync(string agencyId, int limit, CancellationToken cancellationToken);

    /// <summary>A page of the cases that a query asks for, in order of their id.</summary>
    Task<IReadOnlyList<PenaltyCase>> ListPageAsync(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>Cases of a party, in order of their id.</summary>
    Task<IReadOnlyList<PenaltyCase>> ListBySubjectAsync(string subjectId, CancellationToken cancellationToken);

    /// <summary>
    /// The cases of all agencies about one act, whoever asks: no act is fined twice (行政处罚法 art. 29), and that cannot be known from
    /// one's own cases alone.
    /// </summary>
    Task<IReadOnlyList<PenaltyCase>> ListByActAsync(string actId, CancellationToken cancellationToken);
}
