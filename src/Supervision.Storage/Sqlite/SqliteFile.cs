using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Supervision.Storage.Schema;

namespace Supervision.Storage.Sqlite;

/// <summary>
/// A database file, owned by this process while it is open. Units of work take turns at its one writing connection;
/// each reads through a connection of its own.
/// </summary>
internal sealed class SqliteFile : StorageEngine
{
    // To open a reader takes five settings, a new context and its functions: as long as some reads take. Each has a cache of 16 MiB.
    private const int MostIdle = 8;

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly ConcurrentBag<StorageSession> _idle = [];
    private readonly TurnQueue _turns;
    private readonly CommitGroup _group;
    private DatabaseLock? _lock;
    private StorageSession? _writer;

    public SqliteFile(string path)
    {
        Location = Path.GetFullPath(path);
        _turns = new TurnQueue();
        _group = new CommitGroup(_turns);
    }

    public override string Location { get; }

    // The one writing connection has locked the whole file.
    public override string ForUpdate => "";

    private StorageSession Writer => _writer ?? throw NotOpen();

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_writer is null)
            {
                Open();
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    public override StorageSession OpenReader()
    {
        _ = Writer;
        return _idle.TryTake(out var idle) ? idle : SessionOn(SqliteConnections.OpenReader(Location), KeepIdle);
    }

    public override StorageSession OpenSnapshot()
    {
        var session = OpenReader();
        ((SqliteConnection)session.Connection).BeginTransaction(deferred: true);
        return session;
    }

    public override async Task<StorageSession> TakeWriterAsync(CancellationToken cancellationToken)
    {
        var writer = Writer;
        return await _turns.TakeAsync(Patience, cancellationToken).ConfigureAwait(false) ? writer : throw Busy();
    }

    public override Task<DbTransaction> BeginAsync(StorageSession writer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<DbTransaction>(_group.Begin((SqliteConnection)writer.Connection));
    }

    public override Task CommitAsync(StorageSession writer, DbTransaction transaction) => _group.CommitAsync();

    public override void Rollback(StorageSession writer, DbTransaction? transaction, Exception? cause) => _group.Rollback(cause);

    public override bool IsConflict(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT };

    public override StorageException? Explain(Exception exception) => exception is not SqliteException failure ? null
        : failure.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_FULL => new(
                $"SUP9017: there is no room left for {Location}. Nothing of this command was saved. Make room, then repeat it.", failure),
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => new(
                $"SUP9018: {Location} can only be read. Give the file and its folder their rights back, then repeat the command.", failure),
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(
                $"SUP9019: another program writes to {Location}. Nothing of this command was saved. Close that program: only one may "
                + "write to the file while it is in use.", failure),
            SQLitePCL.raw.SQLITE_IOERR => new(
                $"SUP9020: the disk refused to read or write {Location}: {failure.Message} Nothing of this command was saved. Look at the "
                + "disk before you go on.", failure),
            SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => new(
                $"SUP9022: {Location} is damaged: {failure.Message} Stop using it and restore a backup.", failure),
            _ => null,
        };

    // There is one writer.
    public override Task SerialiseAsync(StorageSession writer, string what, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override string Contains(string text, string part) => $"instr({text}, {part}) > 0";

    public override string SubjectsNamed(string characters) =>
        $"SELECT subject_id FROM subject_names WHERE subject_names MATCH {characters} UNION ALL SELECT subject_id FROM subject_names_waiting";

    public override string TakeNamesIn =>
        "INSERT INTO subject_names (subject_id, characters) SELECT subject_id, characters FROM subject_characters "
        + "WHERE subject_id IN (SELECT subject_id FROM subject_names_waiting); DELETE FROM subject_names_waiting";

    // As numbers, since the index takes letters and digits for words. A name that is too long for it may always be meant.
    public override string Characters(string text) =>
        $"({string.Join(" AND ", text.EnumerateRunes().Distinct().Select(rune => $"\"{rune.Value.ToString("x", CultureInfo.InvariantCulture)}\""))}) OR \"long\"";

    public override string Elements(string json, string alias) => $"json_each({json}) {alias}";

    public override string Length(string json) => $"json_array_length({json})";

    public override string Member(string json, string name) => $"json_extract({json}, '$.{name}')";

    /// <summary>For tests: the connection that a test breaks.</summary>
    public SqliteConnection WriterForTests => (SqliteConnection)Writer.Connection;

    /// <summary>For tests: makes a transaction spill into the log long before it is committed.</summary>
    public void ShrinkCache() => Execute("PRAGMA cache_size = 10");

    public override void Dispose()
    {
        if (_writer is not null)
        {
            while (_idle.TryTake(out var idle))
            {
                idle.Close();
            }

            using (var reader = SqliteConnections.OpenReader(Location))
            {
                SqliteConnection.ClearPool(reader);
            }

            CarryLogOver();
            _writer.Dispose();
            _writer = null;
        }

        _lock?.Dispose();
        _lock = null;
        _opening.Dispose();
    }

    private StorageSession SessionOn(SqliteConnection connection, Func<StorageSession, bool>? keep = null) => new(
        this, connection,
        new SupervisionDbContext(new DbContextOptionsBuilder<SupervisionDbContext>().UseSqlite(connection).AddInterceptors(new FailureInWords(this)).Options),
        keep: keep);

    // A snapshot, or a query that somebody left half read, would go on seeing the moment at which it began.
    private bool KeepIdle(StorageSession session)
    {
        var isAtRest = session.Connection is SqliteConnection { State: ConnectionState.Open, Handle: { } handle }
            && SQLitePCL.raw.sqlite3_get_autocommit(handle) != 0 && !SqliteNative.IsReading(handle);
        if (!isAtRest || _writer is null || _idle.Count >= MostIdle)
        {
            return false;
        }

        session.Context.ChangeTracker.Clear();
        session.Context.Actor = null;
        _idle.Add(session);
        return true;
    }

    // Where the file cannot grow, the log stays beside it and is read with it when it is opened again: closing loses nothing, and lets go of the file all the same.
    private void CarryLogOver()
    {
        try
        {
            Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
        }
    }

    private void Execute(string sql) => ((SqliteConnection)Writer.Connection).Execute(sql);

    private void Open()
    {
        var owned = DatabaseLock.Take(Location);
        SqliteConnection? writer = null;
        try
        {
            RequireOurs();
            writer = SqliteConnections.OpenWriter(Location);
            Version = (string)writer.Scalar("SELECT sqlite_version()")!;
            SqliteEngine.Require(Version);
            writer.Execute(FormattableString.Invariant($"PRAGMA application_id = {SqliteConnections.ApplicationId}"));
            new SchemaUpgrader(SchemaScript.For("sqlite"), "SQLite " + Version).Upgrade(writer);
            writer.Execute($"BEGIN IMMEDIATE; {TakeNamesIn}; COMMIT"); // those of an imported database
            (_lock, _writer) = (owned, SessionOn(writer));
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
        if (!File.Exists(Location) || new FileInfo(Location).Length == 0)
        {
            return;
        }

        if (!SqliteConnections.Has(
            Location,
            FormattableString.Invariant(
                $"""
                SELECT (SELECT application_id FROM pragma_application_id) = {SqliteConnections.ApplicationId}
                    OR (SELECT count(*) FROM sqlite_schema) = 0
                """)))
        {
            throw new StorageException(
                $"SUP9013: {Location} exists, but is no Supervision database. Name another file; this one was not changed.");
        }
    }
}
