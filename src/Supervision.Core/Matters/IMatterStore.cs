namespace Supervision.Matters;

/// <summary>Keeps matters. An actor sees those that the own agency takes part in. Durable with the unit of work of the same scope.</summary>
public interface IMatterStore
{
    /// <summary>Adds a matter.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">The id is taken.</exception>
    Task AddAsync(Matter matter, CancellationToken cancellationToken);

    /// <summary>Saves a matter with one more step than is stored.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">Somebody else took a step in between.</exception>
    Task UpdateAsync(Matter matter, CancellationToken cancellationToken);

    /// <summary>The matter with an id, or null.</summary>
    Task<Matter?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Whether an id is taken, by a matter of whomever.</summary>
    Task<bool> ExistsAsync(string id, CancellationToken cancellationToken);

    /// <summary>Which of some ids are taken, by matters of whomever, in one question.</summary>
    Task<IReadOnlyList<string>> ListTakenAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Matters that a query asks for, by id; open ones by what is due first, then by id.</summary>
    Task<IReadOnlyList<Matter>> ListAsync(MatterQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Matters of a subject in a kind, whoever takes part: a blacklist or a restriction is not overlooked because another agency made it.
    /// </summary>
    Task<IReadOnlyList<Matter>> ListOfSubjectAsync(string subjectId, MatterKind kind, CancellationToken cancellationToken);

    /// <summary>Entries of lists that are in force, of all agencies, by id: who is on a list is on it whoever asks.</summary>
    /// <param name="categories">Kinds of list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Matter> StreamListEntriesAsync(IReadOnlyList<string> categories, CancellationToken cancellationToken);

    /// <summary>Parts of a matter, whoever takes part in them.</summary>
    Task<IReadOnlyList<Matter>> ListPartsAsync(string parentId, CancellationToken cancellationToken);

    /// <summary>Matters of one cause opened since an instant, the newest first.</summary>
    Task<IReadOnlyList<Matter>> ListByCauseAsync(string cause, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Matters of all agencies whose clock is over at an instant or could not be counted yet, by id, after one of them.</summary>
    Task<IReadOnlyList<Matter>> ListDueAsync(DateTimeOffset now, string? afterId, int limit, CancellationToken cancellationToken);
}
