using Microsoft.Data.Sqlite;
using Supervision.Registry;

namespace Supervision.Benchmarks.Storage;

/// <summary>One connection with WAL and full synchronisation, one transaction after the other, statements prepared once.</summary>
internal sealed class SqliteFloor : PlainFloor
{
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private SqliteFloor(SqliteConnection connection) => _connection = connection;

    public static SqliteFloor Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var made = connection.CreateCommand();
        made.CommandText = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE s (id TEXT PRIMARY KEY, name TEXT, division TEXT, kind INTEGER, categories TEXT) STRICT, WITHOUT ROWID;
            CREATE TABLE t (id TEXT PRIMARY KEY, state INTEGER) STRICT, WITHOUT ROWID;
            CREATE TABLE j (n INTEGER PRIMARY KEY, key TEXT, payload TEXT) STRICT;
            """;
        made.ExecuteNonQuery();
        return new SqliteFloor(connection);
    }

    public override Task CommandAsync(string id) => TransactAsync(
        ("INSERT INTO s VALUES ($1, 'n', '330782', 1, '')", [[id]]), ("INSERT INTO j (key, payload) VALUES ($1, '{}')", [[id]]));

    public override async Task CycleAsync(string id)
    {
        foreach (var state in new[] { "INSERT INTO t VALUES ($1, 0)", "UPDATE t SET state = 1 WHERE id = $1", "UPDATE t SET state = 2 WHERE id = $1" })
        {
            await TransactAsync((state, [[id]]), ("INSERT INTO j (key, payload) VALUES ($1, '{}')", [[id]]));
        }
    }

    public override Task AppendAsync(string id, int rows) => TransactAsync(
        ("INSERT INTO j (key, payload) VALUES ($1, '{}')", [.. Enumerable.Range(0, rows).Select(i => new object[] { $"{id}.{i}" })]));

    public override async Task ImportAsync(IReadOnlyList<Subject> subjects)
    {
        foreach (var batch in subjects.Chunk(20_000))
        {
            await TransactAsync((
                "INSERT INTO s VALUES ($1, $2, $3, $4, $5)",
                [.. batch.Select(subject => new object[] { subject.Id, subject.Name, subject.DivisionCode, (long)subject.Kind, subject.Categories[0] })]));
        }
    }

    public override async Task<string> ReadAsync(long place)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT key FROM j WHERE n = $1";
        command.Parameters.AddWithValue("$1", place);
        return (string?)await command.ExecuteScalarAsync() ?? "";
    }

    public override ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return _connection.DisposeAsync();
    }

    private async Task TransactAsync(params (string Sql, object[][] Rows)[] statements)
    {
        await _turn.WaitAsync();
        try
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var (sql, rows) in statements)
            {
                using var command = _connection.CreateCommand();
                command.CommandText = sql;
                foreach (var row in rows)
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        if (command.Parameters.Count <= i)
                        {
                            command.Parameters.AddWithValue(FormattableString.Invariant($"${i + 1}"), row[i]);
                        }
                        else
                        {
                            command.Parameters[i].Value = row[i];
                        }
                    }

                    command.ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }
        finally
        {
            _turn.Release();
        }
    }
}
