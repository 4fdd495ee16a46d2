using Npgsql;
using NpgsqlTypes;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.PostgreSql;

/// <summary>Statements that are sent in one message. Not thread-safe.</summary>
internal sealed class PostgreSqlBatch(NpgsqlConnection connection)
{
    public NpgsqlConnection Connection { get; } = connection;

    /// <summary>What is sent.</summary>
    public NpgsqlBatch Batch { get; } = new(connection);

    /// <summary>Adds a statement with the parameters ?1, ?2, …; bind them in their order.</summary>
    public BulkRow Add(string sql)
    {
        var command = new NpgsqlBatchCommand(PostgreSqlStatement.Numbered(sql));
        Batch.BatchCommands.Add(command);
        return new Row(command);
    }

    private sealed class Row(NpgsqlBatchCommand command) : BulkRow
    {
        public override BulkRow Text(string? value) => Bind(NpgsqlDbType.Text, Guarded(value));

        public override BulkRow Integer(long? value) => Bind(NpgsqlDbType.Bigint, value);

        public override BulkRow Blob(ReadOnlySpan<byte> value) => Bind(NpgsqlDbType.Bytea, value.ToArray());

        private Row Bind(NpgsqlDbType type, object? value)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
            return this;
        }
    }
}
