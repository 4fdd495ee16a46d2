namespace Supervision.Audit;

/// <summary>
/// One transaction: what the stores of the same scope changed and the journal entries that tell of it become
/// durable together, or not at all. Not thread-safe; one per use case.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>Adds a record to the journal at the next <see cref="CommitAsync"/>.</summary>
    void Append(JournalRecord record);

    /// <summary>Makes changes and records durable. Its failures reach the caller; afterwards nothing was saved.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
