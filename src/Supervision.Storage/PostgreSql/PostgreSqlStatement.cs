using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.PostgreSql;

/// <summary>A statement with positional parameters, prepared on its second run.</summary>
internal sealed partial class PostgreSqlStatement : BulkStatement
{
    private readonly NpgsqlCommand _command;
    private bool _hasRun;

    public PostgreSqlStatement(NpgsqlConnection connection, string sql) =>
        _command = new NpgsqlCommand(Numbered(sql), connection);

    /// <summary>A statement with ?1, ?2, … as the server wants it: $1, $2, ….</summary>
    public static string Numbered(string sql) => Place().Replace(sql, "$$${place}");

    public override BulkStatement Text(string? value) => Add(NpgsqlDbType.Text, Guarded(value));

    public override BulkStatement Integer(long? value) => Add(NpgsqlDbType.Bigint, value);

    public override BulkStatement Blob(ReadOnlySpan<byte> value) => Add(NpgsqlDbType.Bytea, value.ToArray());

    public override async ValueTask<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var touched = await _command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        _command.Parameters.Clear();
        return touched;
    }

    /// <summary>Runs the statement with what is bound; the first column of the first row, or null.</summary>
    public async Task<object?> ScalarAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var value = await _command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        _command.Parameters.Clear();
        return value;
    }

    public override void Dispose() => _command.Dispose();

    private PostgreSqlStatement Add(NpgsqlDbType type, object? value)
    {
        _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return this;
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_hasRun)
        {
            await _command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        _hasRun = true;
    }

    [GeneratedRegex(@"\?(?<place>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
