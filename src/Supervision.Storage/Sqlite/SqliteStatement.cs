using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Supervision.Storage.Bulk;
using static SQLitePCL.raw;

namespace Supervision.Storage.Sqlite;

/// <summary>
/// A prepared statement bound by position on the connection's own handle, inside its transaction. It costs half of a
/// command with parameters, which looks each parameter up by name for each row. Not thread-safe.
/// </summary>
internal sealed class SqliteStatement : BulkStatement
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = new byte[1024];
    private int _position;

    /// <summary>Prepares one statement with the parameters ?1, ?2, ….</summary>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    public override BulkStatement Text(string? value)
    {
        _position++;
        if (string.IsNullOrEmpty(value))
        {
            // An empty span has no address, and SQLite takes that for null.
            Check(value is null ? sqlite3_bind_null(_statement, _position) : sqlite3_bind_text(_statement, _position, ""));
            return this;
        }

        if (_buffer.Length < value.Length * 3)
        {
            _buffer = new byte[value.Length * 3];
        }

        var length = Encoding.UTF8.GetBytes(Guarded(value)!, _buffer);
        Check(sqlite3_bind_text(_statement, _position, _buffer.AsSpan(0, length)));
        return this;
    }

    public override BulkStatement Integer(long? value)
    {
        _position++;
        Check(value is { } integer
            ? sqlite3_bind_int64(_statement, _position, integer)
            : sqlite3_bind_null(_statement, _position));
        return this;
    }

    public override BulkStatement Blob(ReadOnlySpan<byte> value)
    {
        _position++;
        Check(value.IsEmpty
            ? sqlite3_bind_zeroblob(_statement, _position, 0)
            : sqlite3_bind_blob(_statement, _position, value));
        return this;
    }

    public override ValueTask<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _position = 0;
        var result = sqlite3_step(_statement);
        sqlite3_reset(_statement);
        if (result != SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }

        return new(sqlite3_changes(_database));
    }

    public override void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
