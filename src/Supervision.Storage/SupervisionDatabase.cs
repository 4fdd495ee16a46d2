using System.Data.Common;
using Supervision.Hashing;
using Supervision.Storage.Bulk;
using Supervision.Storage.Sqlite;
using Supervision.Storage.Stores.Audit;

namespace Supervision.Storage;

/// <summary>
/// The database: a SQLite file that this process owns, or a PostgreSQL server that several share, from
/// <see cref="OpenAsync"/> until it is disposed. Thread-safe.
/// </summary>
public sealed class SupervisionDatabase : IDisposable, IAsyncDisposable
{
    internal SupervisionDatabase(string path)
        : this(new SqliteFile(path))
    {
    }

    internal SupervisionDatabase(StorageEngine engine) => Engine = engine;

    /// <summary>Full path of the file, or host, port and name of the database; never a password.</summary>
    public string Location => Engine.Location;

    /// <summary>Version of the engine, such as "3.50.4" or "15.18"; empty until the database is open.</summary>
    public string EngineVersion => Engine.Version;

    /// <summary>
    /// Whether this engine may corrupt a WAL file that two connections write at once. This library has one that writes;
    /// other programs must not open the file for writing while it is in use. False for a server.
    /// </summary>
    public bool EngineHasWalResetBug =>
        Engine is SqliteFile && EngineVersion.Length > 0 && SqliteEngine.HasWalResetBug(EngineVersion);

    internal StorageEngine Engine { get; }

    /// <summary>Creates the database when there is none, and brings its schema up to date. Repeatable.</summary>
    /// <exception cref="StorageException">
    /// SUP9002: another process owns the file. SUP9011, SUP9012: the schema is not the one expected. SUP9013: the file
    /// is another program's. SUP9014: the engine is too old. SUP9016: the server cannot be reached.
    /// </exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await Engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        await JournalNodes.CompleteAsync(Engine, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Chooses the hash function of the journal, while it is empty. Repeatable; SHA-256 unless another is chosen.</summary>
    /// <exception cref="StorageException">SUP9023: the journal has entries by another function.</exception>
    public async Task ChooseJournalHashAsync(HashKind hash, CancellationToken cancellationToken)
    {
        var empty = Hash.Of(hash, []).ToArray();
        var writer = await Engine.TakeWriterAsync(cancellationToken).ConfigureAwait(false);
        DbTransaction? transaction = null;
        try
        {
            transaction = await Engine.BeginAsync(writer, cancellationToken).ConfigureAwait(false);
            using var choose = BulkStatement.Prepare(
                writer.Connection, "UPDATE journal_head SET hash = ?1, root = CASE WHEN size = 0 THEN ?2 ELSE root END WHERE size = 0 OR hash = ?1");
            if (await choose.Integer((long)hash).Blob(empty).ExecuteAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                throw new StorageException(
                    $"SUP9023: the journal of {Location} has entries, and its hash function cannot be changed any more. Begin a new database.");
            }
        }
        catch (Exception exception)
        {
            Engine.Rollback(writer, transaction, exception);
            throw;
        }

        await Engine.CommitAsync(writer, transaction).ConfigureAwait(false);
    }

    /// <summary>Closes it: a file is carried together with its write-ahead log and unlocked.</summary>
    public void Dispose() => Engine.Dispose();

    /// <inheritdoc cref="Dispose" />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
