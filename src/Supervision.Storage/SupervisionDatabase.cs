using System.Globalization;
using Microsoft.Data.Sqlite;
using Supervision.Storage.Schema;
using Supervision.Storage.Sqlite;

namespace Supervision.Storage;

/// <summary>
/// The database file: owned by this process from <see cref="OpenAsync"/> until it is disposed. Thread-safe. Units of
/// work take turns at its one writing connection; each reads through a connection of its own.
/// </summary>
public sealed class SupervisionDatabase : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DatabaseLock? _lock;
    private StorageSession? _writer;

    internal SupervisionDatabase(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Version of the SQLite engine, such as "3.50.4"; empty until the database is open.</summary>
    public string EngineVersion { get; private set; } = "";

    /// <summary>
    /// Whether this engine may corrupt a WAL file that two connections write at once. This library has one that writes;
    /// other programs must not open the file for writing while it is in use.
    /// </summary>
    public bool EngineHasWalResetBug => EngineVersion.Length > 0 && SqliteEngine.HasWalResetBug(EngineVersion);

    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    private StorageSession Writer => _writer ?? throw new StorageException(
        $"SUP9003: {Path} is not open. Await SupervisionDatabase.OpenAsync once, before the first unit of work.");

    /// <summary>Takes the lock, creates the file when there is none, and brings its schema up to date. Repeatable.</summary>
    /// <exception cref="StorageException">
    /// SUP9002: another process owns the file. SUP9011, SUP9012: the schema is not the one expected. SUP9013: the file
    /// is another program's. SUP9014: the engine is too old.
    /// </exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_writer is null)
            {
                Open();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Carries the write-ahead log into the file, closes it and gives the lock back.</summary>
    public void Dispose()
    {
        if (_writer is not null)
        {
            using (var reader = SqliteConnections.OpenReader(Path))
            {
                SqliteConnection.ClearPool(reader);
            }

            _writer.Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            _writer.Dispose();
            _writer = null;
        }

        _lock?.Dispose();
        _lock = null;
        _turn.Dispose();
    }

    /// <inheritdoc cref="Dispose" />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A connection for one unit of work that can only read.</summary>
    internal SqliteConnection OpenReader()
    {
        _ = Writer;
        return SqliteConnections.OpenReader(Path);
    }

    /// <summary>Waits for the writing connection (SUP9005 when that takes too long); give it back with <see cref="Return"/>.</summary>
    internal async Task<StorageSession> TakeWriterAsync(CancellationToken cancellationToken)
    {
        var writer = Writer;
        if (await _turn.WaitAsync(Patience, cancellationToken).ConfigureAwait(false))
        {
            return writer;
        }

        var seconds = Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        throw new StorageException(
            $"SUP9005: another unit of work has been writing to {Path} for more than {seconds} s. Commit or dispose it "
            + "before a second one writes; repeat the command when it was a long import.");
    }

    internal void Return() => _turn.Release();

    /// <summary>For tests: makes a transaction spill into the log long before it is committed.</summary>
    internal void ShrinkCache() => Writer.Connection.Execute("PRAGMA cache_size = 10");

    private void Open()
    {
        var owned = DatabaseLock.Take(Path);
        SqliteConnection? writer = null;
        try
        {
            RequireOurs();
            writer = SqliteConnections.OpenWriter(Path);
            EngineVersion = (string)writer.Scalar("SELECT sqlite_version()")!;
            SqliteEngine.Require(EngineVersion);
            writer.Execute(FormattableString.Invariant($"PRAGMA application_id = {SqliteConnections.ApplicationId}"));
            new SchemaUpgrader(SchemaScript.For("sqlite"), "SQLite " + EngineVersion).Upgrade(writer);
            (_lock, _writer) = (owned, new StorageSession(writer));
        }
        catch
        {
            writer?.Dispose();
            owned.Dispose();
            throw;
        }
    }

    // Looked at before any setting is changed: another program's file stays as it was. A database that was created but
    // got no further before a crash has no tables yet.
    private void RequireOurs()
    {
        if (!File.Exists(Path) || new FileInfo(Path).Length == 0)
        {
            return;
        }

        if (!SqliteConnections.Has(
            Path,
            FormattableString.Invariant(
                $"""
                SELECT (SELECT application_id FROM pragma_application_id) = {SqliteConnections.ApplicationId}
                    OR (SELECT count(*) FROM sqlite_schema) = 0
                """)))
        {
            throw new StorageException(
                $"SUP9013: {Path} exists, but is no Supervision database. Name another file; this one was not changed.");
        }
    }
}
