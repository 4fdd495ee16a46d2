using Npgsql;
using NpgsqlTypes;
using Supervision.Registry;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.PostgreSql;

/// <summary>Carries rows into a table by COPY; a handful of them, for which that would cost more, by INSERT.</summary>
internal sealed class PostgreSqlCopy(string table, string[] columns)
{
    private const int Handful = 8;

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
    public void Add<T>(
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
            Copy(connection, table, first.Concat(Rest(each)), bind, cancellationToken);
            return;
        }

        if (first.Count > 0)
        {
            using var insert = new PostgreSqlStatement(connection, _insert);
            foreach (var row in first)
            {
                cancellationToken.ThrowIfCancellationRequested();
                bind(insert, row);
                insert.Execute();
            }
        }
    }

    /// <summary>Adds or replaces rows, sorted by their key, and counts what that did.</summary>
    public SaveCount Save<T>(
        NpgsqlConnection connection, T[] rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        var (added, changed) = rows.Length > Handful
            ? SaveMany(connection, rows, bind, cancellationToken)
            : SaveEach(connection, rows, bind, cancellationToken);
        return new SaveCount(added, changed, rows.Length - added - changed);
    }

    private (int Added, int Changed) SaveEach<T>(
        NpgsqlConnection connection, T[] rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        int added = 0, changed = 0;
        using var save = new PostgreSqlStatement(connection, _insert + _replace);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bind(save, row);
            if (save.Scalar() is bool isNew)
            {
                _ = isNew ? added++ : changed++;
            }
        }

        return (added, changed);
    }

    private (int Added, int Changed) SaveMany<T>(
        NpgsqlConnection connection, T[] rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        var staging = $"staged_{table}";
        Execute(
            connection,
            $"CREATE TEMP TABLE IF NOT EXISTS {staging} ON COMMIT DROP AS SELECT {_columns} FROM {table} WITH NO DATA; TRUNCATE {staging}");
        Copy(connection, staging, rows, bind, cancellationToken);
        using var save = new NpgsqlCommand(
            $"WITH saved AS (INSERT INTO {table} ({_columns}) SELECT {_columns} FROM {staging} ORDER BY {columns[0]}{_replace}) "
            + "SELECT count(*) FILTER (WHERE added), count(*) FILTER (WHERE NOT added) FROM saved",
            connection);
        using var counts = save.ExecuteReader();
        counts.Read();
        return (counts.GetInt32(0), counts.GetInt32(1));
    }

    private void Copy<T>(
        NpgsqlConnection connection, string into, IEnumerable<T> rows, Action<BulkRow, T> bind, CancellationToken cancellationToken)
    {
        using var importer = connection.BeginBinaryImport($"COPY {into} ({_columns}) FROM STDIN (FORMAT BINARY)");
        var line = new Line(importer);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            importer.StartRow();
            bind(line, row);
        }

        importer.Complete();
    }

    private static IEnumerable<T> Rest<T>(IEnumerator<T> each)
    {
        while (each.MoveNext())
        {
            yield return each.Current;
        }
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
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
                importer.Write(value, NpgsqlDbType.Text);
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
