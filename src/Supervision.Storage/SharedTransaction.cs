using Microsoft.EntityFrameworkCore;

namespace Supervision.Storage;

/// <summary>
/// Lets a <see cref="DbContext"/> of the embedder write in the transaction of the scope's unit of work: its rows, the state of
/// Supervision and the journal are saved together or not at all. Belongs to one scope; not thread-safe.
/// </summary>
/// <remarks>
/// The embedder's tables lie in the same database and are the embedder's to create: on PostgreSQL before or after, in a SQLite
/// file after <see cref="SupervisionDatabase.OpenAsync"/> made it. The context is configured for the same engine, with or
/// without a connection. What it writes is neither journalled nor filtered by agency. In a SQLite file it must never write
/// in another way: one connection writes (docs/reference/storage.md).
/// </remarks>
public sealed class SharedTransaction
{
    private readonly StorageScope _scope;

    internal SharedTransaction(StorageScope scope) => _scope = scope;

    /// <summary>
    /// Begins the unit of work's transaction if it has not begun, and lets a context read and write in it until the next
    /// commit, which saves the context's changes first. Then the context has its own connection again, if it had one.
    /// Joining twice does nothing. Await it while no query streams.
    /// </summary>
    /// <param name="own">The embedder's context, in no transaction of its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageException">SUP9004: the unit of work has failed. SUP9005: others have been writing for too long.</exception>
    public Task JoinAsync(DbContext own, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(own);
        return _scope.JoinAsync(own, cancellationToken);
    }

    /// <summary>
    /// Lets the views of a context (<see cref="SupervisionModelExtensions.UseSupervision"/>) show what the actor of the scope may see, without a
    /// transaction: for pages that only read. Joining does it too.
    /// </summary>
    /// <param name="own">The embedder's context, of the same scope.</param>
    public void LetSee(DbContext own)
    {
        ArgumentNullException.ThrowIfNull(own);
        _scope.LetSee(own);
    }
}
