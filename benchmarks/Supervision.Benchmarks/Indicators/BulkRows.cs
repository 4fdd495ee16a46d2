using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Supervision.Benchmarks.Indicators;

/// <summary>Rows in number, past the stores: COPY on PostgreSQL, a prepared statement in one transaction on SQLite.</summary>
internal static class BulkRows
{
    public static async Task WriteAsync(DbConnection connection, string table, string columns, IEnumerable<object?[]> rows)
    {
        if (connection is NpgsqlConnection server)
        {
            await CopyAsync(server, $"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)", rows);
        }
        else
        {
            Insert((SqliteConnection)connection, table, columns, rows);
        }
    }

    private static async Task CopyAsync(NpgsqlConnection server, string copy, IEnumerable<object?[]> rows)
    {
        await using var writer = await server.BeginBinaryImportAsync(copy);
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
            {
                await (value switch
                {
                    null => writer.WriteNullAsync(),
                    long number => writer.WriteAsync(number, NpgsqlDbType.Bigint),
                    byte[] bytes => writer.WriteAsync(bytes, NpgsqlDbType.Bytea),
                    _ => writer.WriteAsync((string)value, NpgsqlDbType.Text),
                });
            }
        }

        await writer.CompleteAsync();
    }

    private static void Insert(SqliteConnection file, string table, string columns, IEnumerable<object?[]> rows)
    {
        using var transaction = file.BeginTransaction();
        using var command = file.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(0, columns.Split(',').Length).Select(i => $"@p{i}"))})";
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (i == command.Parameters.Count)
                {
                    command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
                }

                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
