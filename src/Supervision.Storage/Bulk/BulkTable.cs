using System.Data.Common;
using Npgsql;
using Supervision.Registry;
using Supervision.Storage.PostgreSql;

namespace Supervision.Storage.Bulk;

/// <summary>Adds or replaces many rows of one table.</summary>
/// <param name="table">Table.</param>
/// <param name="columns">Columns in the order in which <paramref name="bind"/> binds them, the key column first.</param>
/// <param name="key">The value of the key column.</param>
/// <param name="bind">Binds all columns of one row.</param>
internal sealed class BulkTable<T>(string table, string[] columns, Func<T, string> key, Action<BulkRow, T> bind)
{
    private readonly string _insert =
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({Parameters(1, columns.Length)})";

    // Writes only a row that differs, so that an unchanged import leaves the file as it was.
    private readonly string _update =
        $"UPDATE {table} SET ({string.Join(", ", columns[1..])}) = ({Parameters(2, columns.Length)}) "
        + $"WHERE {columns[0]} = ?1 AND ({string.Join(", ", columns[1..])}) IS NOT ({Parameters(2, columns.Length)})";

    private readonly PostgreSqlCopy _copy = new(table, columns);

    /// <summary>Adds rows; a key that is there already is an error of the connection.</summary>
    public async Task AddAsync(DbConnection connection, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        if (connection is NpgsqlConnection server)
        {
            await _copy.AddAsync(server, rows, bind, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var insert = BulkStatement.Prepare(connection, _insert);
        foreach (var row in rows)
        {
            bind(insert, row);
            await insert.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds rows by the last message of a transaction when they are a handful, and at once when they are more.</summary>
    public Task AddAsync(PostgreSqlBatch last, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > PostgreSqlCopy.Handful)
        {
            return _copy.AddAsync(last.Connection, rows, bind, cancellationToken);
        }

        foreach (var row in rows)
        {
            bind(last.Add(_insert), row);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Replaces a row whose last column, a version that counts from 1, is one above the stored one; false when it is not.
    /// </summary>
    public async ValueTask<bool> AdvanceAsync(BulkStatement advance, T row, CancellationToken cancellationToken)
    {
        bind(advance, row);
        return await advance.ExecuteAsync(cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <summary>The statement for <see cref="AdvanceAsync"/>.</summary>
    public BulkStatement PrepareAdvance(DbConnection connection) => BulkStatement.Prepare(
        connection,
        $"UPDATE {table} SET ({string.Join(", ", columns[1..])}) = ({Parameters(2, columns.Length)}) "
        + FormattableString.Invariant($"WHERE {columns[0]} = ?1 AND {columns[^1]} = ?{columns.Length} - 1"));

    /// <summary>
    /// Adds or replaces rows and counts what that did. Sorted by key first: neighbours share index pages, and two
    /// imports on one server never wait for each other crosswise.
    /// </summary>
    public async Task<SaveCount> SaveAsync(
        DbConnection connection, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        var sorted = rows.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(key(a), key(b)));
        if (connection is NpgsqlConnection server)
        {
            return await _copy.SaveAsync(server, sorted, bind, cancellationToken).ConfigureAwait(false);
        }

        using var insert = BulkStatement.Prepare(connection, _insert + $" ON CONFLICT ({columns[0]}) DO NOTHING");
        using var update = BulkStatement.Prepare(connection, _update);
        int added = 0, changed = 0;
        foreach (var row in sorted)
        {
            bind(insert, row);
            if (await insert.ExecuteAsync(cancellationToken).ConfigureAwait(false) == 1)
            {
                added++;
                continue;
            }

            bind(update, row);
            changed += await update.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }

        return new SaveCount(added, changed, sorted.Length - added - changed);
    }

    private static string Parameters(int first, int last) =>
        string.Join(", ", Enumerable.Range(first, last - first + 1).Select(i => FormattableString.Invariant($"?{i}")));
}
