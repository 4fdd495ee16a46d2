using System.Diagnostics;
using CsvHelper;
using Microsoft.Data.Sqlite;

namespace Supervision.Benchmarks.City;

/// <summary>The least that any import must do: read the rows; write the rows.</summary>
internal static class Floors
{
    private static readonly CsvReaderOptions s_options = new() { Separator = ',', HasHeader = false, DetectSeparatorHint = false };

    /// <summary>Every field of every row as a string, and nothing else.</summary>
    public static Step Read(string file)
    {
        var clock = Stopwatch.StartNew();
        using var text = new StreamReader(file);
        using var reader = CsvReader.Create(text, s_options, leaveOpen: true);
        long characters = 0;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                characters += reader.GetString(i).Length;
            }
        }

        GC.KeepAlive(characters);
        return new Step("floor: plain CsvHelper read", clock.Elapsed.TotalSeconds, 0, 0);
    }

    /// <summary>One prepared statement, all columns as text with a primary key, durable commits of 20,000 rows. Reading isn't counted.</summary>
    public static Step Insert(string file, string database)
    {
        var rows = ReadAll(file);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        var columns = rows[0].Length;
        Execute(connection, $"CREATE TABLE s (c0 TEXT NOT NULL PRIMARY KEY{string.Concat(Enumerable.Range(1, columns - 1).Select(i => $", c{i} TEXT"))})");
        var clock = Stopwatch.StartNew();
        for (var start = 1; start < rows.Count; start += 20_000)
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO s VALUES ({string.Join(',', Enumerable.Range(0, columns).Select(i => $"@p{i}"))})";
            var parameters = Enumerable.Range(0, columns).Select(i => insert.Parameters.Add($"@p{i}", SqliteType.Text)).ToArray();
            insert.Prepare();
            for (var r = start; r < Math.Min(start + 20_000, rows.Count); r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    parameters[c].Value = rows[r][c];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return new Step("floor: plain prepared insert", clock.Elapsed.TotalSeconds, 0, 0);
    }

    private static List<string[]> ReadAll(string file)
    {
        using var text = new StreamReader(file);
        using var reader = CsvReader.Create(text, s_options, leaveOpen: true);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
