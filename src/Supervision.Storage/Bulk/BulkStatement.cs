using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Supervision.Storage.PostgreSql;
using Supervision.Storage.Sqlite;

namespace Supervision.Storage.Bulk;

/// <summary>
/// A prepared statement with the parameters ?1, ?2, …, bound by position and run many times inside the connection's
/// transaction. Not thread-safe.
/// </summary>
internal abstract class BulkStatement : BulkRow, IDisposable
{
    /// <summary>Prepares one statement, the same text for every engine.</summary>
    public static BulkStatement Prepare(DbConnection connection, string sql) => connection switch
    {
        SqliteConnection sqlite => new SqliteStatement(sqlite, sql),
        NpgsqlConnection server => new PostgreSqlStatement(server, sql),
        _ => throw new ArgumentException($"No engine for {connection.GetType().Name}.", nameof(connection)),
    };

    /// <inheritdoc cref="BulkRow.Text" />
    public abstract override BulkStatement Text(string? value);

    /// <inheritdoc cref="BulkRow.Integer" />
    public abstract override BulkStatement Integer(long? value);

    /// <inheritdoc cref="BulkRow.Blob" />
    public abstract override BulkStatement Blob(ReadOnlySpan<byte> value);

    /// <summary>Runs the statement with what is bound, and gives the number of rows it touched.</summary>
    public abstract ValueTask<int> ExecuteAsync(CancellationToken cancellationToken);

    public abstract void Dispose();
}
