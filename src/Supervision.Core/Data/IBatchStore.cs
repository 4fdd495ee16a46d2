namespace Supervision.Data;

/// <summary>
/// Keeps batches, append-only, each agency its own: what was known on a day can be read back. Changes become durable with the unit of
/// work of the same scope.
/// </summary>
public interface IBatchStore
{
    /// <summary>Adds a batch.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">The channel has this number already.</exception>
    Task AddAsync(DataBatch batch, CancellationToken cancellationToken);

    /// <summary>The last number of a channel, or null.</summary>
    Task<BatchNumber?> LastAsync(string agencyId, string channel, CancellationToken cancellationToken);

    /// <summary>A batch, or null.</summary>
    Task<DataBatch?> FindAsync(string agencyId, string channel, BatchNumber number, CancellationToken cancellationToken);

    /// <summary>Each row of a channel as its last batch left it, deleted ones included, by table and key.</summary>
    Task<IReadOnlyList<BatchRow>> CurrentAsync(string agencyId, string channel, CancellationToken cancellationToken);

    /// <summary>Rows of all channels about a subject with the batch that brought them, oldest first.</summary>
    Task<IReadOnlyList<(string Channel, DateTimeOffset MadeAt, BatchRow Row)>> ListBySubjectAsync(string subjectId, CancellationToken cancellationToken);
}
