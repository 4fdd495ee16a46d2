namespace Supervision.Inspections;

/// <summary>Keeps tasks and findings. Changes become durable with the unit of work of the same scope.</summary>
public interface ITaskStore
{
    /// <summary>Adds tasks.</summary>
    Task AddAsync(IReadOnlyList<InspectionTask> tasks, CancellationToken cancellationToken);

    /// <summary>Saves a new state of tasks whose <see cref="InspectionTask.Version"/> is one above the stored one.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">A stored version is not the one expected.</exception>
    Task UpdateAsync(IReadOnlyList<InspectionTask> tasks, CancellationToken cancellationToken);

    /// <summary>The task with an id, or null.</summary>
    Task<InspectionTask?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Tasks that a query asks for, the earliest last day first, then by id.</summary>
    Task<IReadOnlyList<InspectionTask>> ListAsync(TaskQuery query, CancellationToken cancellationToken);

    /// <summary>Tasks of an agency that are not finished, with the names of their subjects: the earliest last day first, then by id.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="limit">Most tasks, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<DueTask>> ListOpenAsync(string agencyId, int limit, CancellationToken cancellationToken);

    /// <summary>A page of all tasks, finished ones too, in order of their id.</summary>
    /// <param name="agencyId">One agency; null for all.</param>
    /// <param name="afterId">The last id that was seen; null for the first page.</param>
    /// <param name="limit">Most tasks, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<InspectionTask>> ListPageAsync(string? agencyId, string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Tasks of all agencies, whoever asks, on which a legal period may run: until they are recorded, while they are corrected, while a clue waits;
    /// by id, after one of them.
    /// </summary>
    /// <param name="afterId">The last id that was seen; null for the first page.</param>
    /// <param name="limit">Most tasks, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<InspectionTask>> ListCountingAsync(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Tasks of a draw in order of their id.</summary>
    Task<IReadOnlyList<InspectionTask>> ListByDrawAsync(string drawId, CancellationToken cancellationToken);

    /// <summary>Tasks of a draw at some of its subjects, of every agency whoever asks, in order of their id; none for no subjects.</summary>
    Task<IReadOnlyList<InspectionTask>> ListOfDrawnAsync(string drawId, IReadOnlyList<string> subjectIds, CancellationToken cancellationToken);

    /// <summary>Tasks of a subject, newest first.</summary>
    Task<IReadOnlyList<InspectionTask>> ListBySubjectAsync(string subjectId, CancellationToken cancellationToken);

    /// <summary>Adds findings.</summary>
    Task AddFindingsAsync(IReadOnlyList<Finding> findings, CancellationToken cancellationToken);

    /// <summary>Findings of a subject, oldest first.</summary>
    Task<IReadOnlyList<Finding>> ListFindingsAsync(string subjectId, CancellationToken cancellationToken);

    /// <summary>Scored findings that no point notice names yet, by subject, task and point.</summary>
    Task<IReadOnlyList<Finding>> ListUnnoticedAsync(CancellationToken cancellationToken);

    /// <summary>Marks findings as named by a point notice.</summary>
    Task MarkNoticedAsync(IReadOnlyList<string> findingIds, CancellationToken cancellationToken);

    /// <summary>How many recorded inspections without any finding each subject has; subjects with none are absent.</summary>
    Task<IReadOnlyDictionary<string, int>> CountCleanAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Who inspected which subject of a draw on or after a civil date: officers of recorded tasks, each pair once, by officer, then subject.
    /// </summary>
    Task<IReadOnlyList<PastVisit>> ListVisitsAsync(string drawId, DateOnly since, CancellationToken cancellationToken);

    /// <summary>How many open tasks each officer has; officers with none are absent.</summary>
    Task<IReadOnlyDictionary<string, int>> CountOpenAsync(CancellationToken cancellationToken);
}
