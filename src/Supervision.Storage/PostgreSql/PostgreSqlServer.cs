using Microsoft.EntityFrameworkCore;
using System.Data.Common;
using Npgsql;
using Supervision.Storage.Schema;

namespace Supervision.Storage.PostgreSql;

/// <summary>
/// A database on a PostgreSQL server, for several host processes at once. Each unit of work that writes has a
/// connection of its own; they meet at the rows they change and, when they commit, at the head of the journal.
/// </summary>
internal sealed class PostgreSqlServer : StorageEngine
{
    // Writers wait for each other in the server, each with a connection; more of them would only wait there instead of here.
    private const int Writers = 16;

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly SemaphoreSlim _turns = new(Writers, Writers);
    private readonly NpgsqlDataSource _source;
    private bool _isOpen;

    public PostgreSqlServer(string connectionString)
    {
        var text = PostgreSqlConnections.Complete(connectionString, Patience);
        Location = FormattableString.Invariant($"{text.Host}:{text.Port}/{text.Database}");
        _source = NpgsqlDataSource.Create(text);
    }

    public override string Location { get; }

    public override string ForUpdate => " FOR UPDATE";

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isOpen)
            {
                await UpgradeAsync(cancellationToken).ConfigureAwait(false);
                _isOpen = true;
            }
        }
        catch (NpgsqlException exception)
        {
            throw Explain(exception) ?? Unreachable(exception);
        }
        finally
        {
            _opening.Release();
        }
    }

    public override StorageSession OpenReader()
    {
        RequireOpen();
        var connection = _source.CreateConnection();
        return new StorageSession(this, connection, ContextOn(connection), _source.CreateConnection);
    }

    public override StorageSession OpenSnapshot()
    {
        RequireOpen();
        var connection = _source.OpenConnection();
        connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        return new StorageSession(this, connection, ContextOn(connection));
    }

    public override async Task<StorageSession> TakeWriterAsync(CancellationToken cancellationToken)
    {
        RequireOpen();
        if (!await _turns.WaitAsync(Patience, cancellationToken).ConfigureAwait(false))
        {
            throw Busy();
        }

        try
        {
            var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return new StorageSession(this, connection, ContextOn(connection));
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    public override async Task<DbTransaction> BeginAsync(StorageSession writer, CancellationToken cancellationToken) =>
        await writer.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);

    public override async Task CommitAsync(StorageSession writer, DbTransaction transaction)
    {
        try
        {
            if (writer.Last is { } last)
            {
                var commit = last.CreateBatchCommand();
                commit.CommandText = "COMMIT";
                last.BatchCommands.Add(commit);
                await last.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            TakeBack(writer, transaction);
        }
    }

    public override void Rollback(StorageSession writer, DbTransaction? transaction, Exception? cause)
    {
        try
        {
            transaction?.Rollback();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The connection was cut; the cause is on its way to the caller.
        }
        finally
        {
            TakeBack(writer, transaction);
        }
    }

    public override bool IsConflict(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation
            or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    public override StorageException? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => Busy(exception),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.InsufficientResources } => new(
            $"SUP9017: the server {Location} has no room left: {exception.Message} Nothing of this command was saved. Make "
            + "room, then repeat it.", exception),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => new(
            $"SUP9018: {Location} can only be read: {exception.Message} Name the primary server.", exception),
        PostgresException { SqlState: [.. "28", _, _, _] or [.. "3D", _, _, _] or [.. "57P", _, _] or [.. "08", _, _, _] } =>
            Unreachable(exception),
        PostgresException => null,
        NpgsqlException => Unreachable(exception),
        _ => null,
    };

    public override async Task SerialiseAsync(StorageSession writer, string what, CancellationToken cancellationToken)
    {
        using var pass = new PostgreSqlStatement(
            (NpgsqlConnection)writer.Connection, "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.' || ?1, 0))");
        await pass.Text(what).ExecuteAsync(cancellationToken).ConfigureAwait(false);
    }

    public override string Contains(string text, string part) => $"strpos({text}, {part}) > 0";

    public override string SubjectsNamed(string characters) =>
        $"SELECT id FROM subjects WHERE string_to_array(name, NULL) @> string_to_array({characters}, NULL)";

    public override string Characters(string text) => text;

    public override string Elements(string json, string alias) =>
        $"json_array_elements_text({json}::json) AS {alias} (value)";

    public override string Length(string json) => $"json_array_length({json}::json)";

    public override string Member(string json, string name) => $"({json}::json ->> '{name}')";

    public override void Dispose()
    {
        _source.Dispose();
        _opening.Dispose();
        _turns.Dispose();
    }

    private SupervisionDbContext ContextOn(NpgsqlConnection connection) =>
        new(new DbContextOptionsBuilder<SupervisionDbContext>().UseNpgsql(connection).AddInterceptors(new FailureInWords(this)).Options);

    private void TakeBack(StorageSession writer, DbTransaction? transaction)
    {
        transaction?.Dispose();
        writer.Dispose();
        _turns.Release();
    }

    private StorageException Unreachable(Exception exception) => new(
        $"SUP9016: the server {Location} cannot be reached or refuses: {exception.Message} What was acknowledged is kept; "
        + "of the command under way it is not known whether it was saved: repeat it under the same idempotency key.",
        exception);

    // Several host processes may start at once: one upgrades, the others wait and find nothing to do.
    private async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        Version = connection.PostgreSqlVersion.ToString();
        PostgreSqlConnections.Require(connection.PostgreSqlVersion);
        await PostgreSqlConnections.ExecuteAsync(
            connection, "SELECT pg_advisory_lock(hashtext(current_schema() || '.schema_versions'))", cancellationToken)
            .ConfigureAwait(false);
        new SchemaUpgrader(SchemaScript.For("postgresql"), "PostgreSQL " + Version).Upgrade(connection);
        await PostgreSqlConnections.ExecuteAsync(connection, "SELECT pg_advisory_unlock_all()", cancellationToken)
            .ConfigureAwait(false);
    }

    private void RequireOpen()
    {
        if (!_isOpen)
        {
            throw NotOpen();
        }
    }
}
