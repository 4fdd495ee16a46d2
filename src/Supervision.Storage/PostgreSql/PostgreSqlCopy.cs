using Npgsql;
using NpgsqlTypes;
using Supervision.Registry;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.PostgreSql;

/// <summary>Carries rows into a table by COPY; a handful of them, for which that would cost more, by INSERT.</summary>
internal sealed class PostgreSqlCopy(string table, string[] columns)
{
    /// <summary>So many rows are quicker by INSERT.</summary>
    public const int Handful = 8;

    private readonly string _columns = string.Join(", ", columns);

    private readonly string _insert =
        $"INSERT INTO {table} ({string.Join(", ", columns)}) "
        + $"VALUES ({string.Join(", ", columns.Select((_, i) => FormattableString.Invariant($"?{i + 1}")))})";

    // Replaces only a row that differs. A row that was added has no deleting transaction: xmax says which happened.
    private readonly string _replace =
        $" ON CONFLICT ({columns[0]}) DO UPDATE SET "
        + string.Join(", ", columns.Skip(1).Select(column => $"{column} = excluded.{column}"))
        + $" WHERE ({string.Join(", ", columns.Skip(1).Select(column => $"{table}.{column}"))})"
        + $" IS DISTINCT FROM ({string.Join(", ", columns.Skip(1).Select(column => $"excluded.{column}"))})"
        + " RETURNING xmax = 0 AS added";

    /// <summary>Adds rows.</summary>
    public async Task AddAsync<T>(
        NpgsqlConnection connection, IEnumerable<T> rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        using var each = rows.GetEnumerator();
        var first = new List<T>(Handful);
        while (first.Count <= Handful && each.MoveNext())
        {
            first.Add(each.Current);
        }

        if (first.Count > Handful)
        {
            await CopyAsync(connection, table, first.Concat(Rest(each)), bind, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (first.Count > 0)
        {
            using var insert = new PostgreSqlStatement(connection, _insert);
            foreach (var row in first)
            {
                bind(insert, row);
                await insert.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Adds or replaces rows, sorted by their key, and counts what that did.</summary>
    public async Task<SaveCount> SaveAsync<T>(
        NpgsqlConnection connection, T[] rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        var (added, changed) = rows.Length > Handful
            ? await SaveManyAsync(connection, rows, bind, cancellationToken).ConfigureAwait(false)
            : await SaveEachAsync(connection, rows, bind, cancellationToken).ConfigureAwait(false);
        return new SaveCount(added, changed, rows.Length - added - changed);
    }

    private async Task<(int Added, int Changed)> SaveEachAsync<T>(
        NpgsqlConnection connection, T[] rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        int added = 0, changed = 0;
        using var save = new PostgreSqlStatement(connection, _insert + _replace);
        foreach (var row in rows)
        {
            bind(save, row);
            if (await save.ScalarAsync(cancellationToken).ConfigureAwait(false) is bool isNew)
            {
                _ = isNew ? added++ : changed++;
            }
        }

        return (added, changed);
    }

    private async Task<(int Added, int Changed)> SaveManyAsync<T>(
        NpgsqlConnection connection, T[] rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        var staging = $"staged_{table}";
        await PostgreSqlConnections.ExecuteAsync(
            connection,
            $"CREATE TEMP TABLE IF NOT EXISTS {staging} ON COMMIT DROP AS SELECT {_columns} FROM {table} WITH NO DATA; TRUNCATE {staging}",
            cancellationToken).ConfigureAwait(false);
        await CopyAsync(connection, staging, rows, bind, cancellationToken).ConfigureAwait(false);
        var save = new NpgsqlCommand(
            $"WITH saved AS (INSERT INTO {table} ({_columns}) SELECT {_columns} FROM {staging} ORDER BY {columns[0]}{_replace}) "
            + "SELECT count(*) FILTER (WHERE added), count(*) FILTER (WHERE NOT added) FROM saved",
            connection);
        await using var __ = save.ConfigureAwait(false);
        var counts = await save.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = counts.ConfigureAwait(false);
        await counts.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (counts.GetInt32(0), counts.GetInt32(1));
    }

    private async Task CopyAsync<T>(
        NpgsqlConnection connection, string into, IEnumerable<T> rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        var importer = await connection.BeginBinaryImportAsync(
            $"COPY {into} ({_columns}) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        await using var _ = importer.ConfigureAwait(false);
        var line = new Line(importer);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            importer.StartRow();
            bind(line, row);
        }

        await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<T> Rest<T>(IEnumerator<T> each)
    {
        while (each.MoveNext())
        {
            yield return each.Current;
        }
    }

    private sealed class Line(NpgsqlBinaryImporter importer) : BulkRow
    {
        public override BulkRow Text(string? value)
        {
            if (value is null)
            {
                importer.WriteNull();
            }
            else
            {
                importer.Write(Guarded(value)!, NpgsqlDbType.Text);
            }

            return this;
        }

        public override BulkRow Integer(long? value)
        {
            if (value is { } integer)
            {
                importer.Write(integer, NpgsqlDbType.Bigint);
            }
            else
            {
                importer.WriteNull();
            }

            return this;
        }

        public override BulkRow Blob(ReadOnlySpan<byte> value)
        {
            importer.Write(value.ToArray(), NpgsqlDbType.Bytea);
            return this;
        }
    }
}
