using Npgsql;

namespace Supervision.Storage.PostgreSql;

/// <summary>The settings that durability and patience rest on, whatever the server's defaults are.</summary>
internal static class PostgreSqlConnections
{
    private const int LongestCommandSeconds = 600;

    // A server has 100 in all unless told otherwise, and several processes share it.
    private const int MostConnections = 40;

    private static readonly Version s_oldest = new(15, 0);

    /// <summary>The connection string with our settings; what it says itself about time-outs and pools stays.</summary>
    /// <exception cref="StorageException">SUP9015: it is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Complete(string connectionString, TimeSpan patience)
    {
        try
        {
            var text = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(text.Host))
            {
                throw new ArgumentException("Host is missing.");
            }

            var settings = FormattableString.Invariant(
                $"-c synchronous_commit=on -c lock_timeout={(long)patience.TotalMilliseconds} -c default_transaction_isolation=read\\ committed");
            text.Options = string.IsNullOrEmpty(text.Options) ? settings : $"{text.Options} {settings}";
            text.ApplicationName ??= "supervision";
            text.IncludeErrorDetail = false; // details hold values of rows
            if (!Says(connectionString, "Maximum Pool Size"))
            {
                text.MaxPoolSize = MostConnections;
            }

            if (!Says(connectionString, "Command Timeout"))
            {
                text.CommandTimeout = LongestCommandSeconds;
            }

            return text;
        }
        catch (ArgumentException exception)
        {
            throw new StorageException(
                $"SUP9015: this is no connection string for PostgreSQL: {exception.Message} Write "
                + "\"Host=…;Port=5432;Database=…;Username=…\"; the password belongs into PGPASSWORD or a PGPASSFILE.",
                exception);
        }
    }

    private static bool Says(string connectionString, string keyword) =>
        new NpgsqlConnectionStringBuilder(connectionString).ShouldSerialize(keyword);

    /// <summary>SUP9014: the server is older than 15.</summary>
    public static void Require(Version version)
    {
        if (version < s_oldest)
        {
            throw new StorageException($"SUP9014: PostgreSQL {version} is too old, 15 or newer is needed. Use a newer server.");
        }
    }

    /// <summary>Runs a statement whose rows don't matter.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
