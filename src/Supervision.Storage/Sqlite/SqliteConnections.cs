using Microsoft.Data.Sqlite;

namespace Supervision.Storage.Sqlite;

/// <summary>Opens connections with the settings that durability and safety rest on.</summary>
internal static class SqliteConnections
{
    /// <summary>Marks the file as ours: "SUPV".</summary>
    public const int ApplicationId = 0x53555056;

    // Pages of 8 KiB and a checkpoint every 64 MiB: a batch of random ids dirties most of the id index, and a page that
    // the next batch dirties again need not be carried into the file in between.
    private const string WriterSettings =
        """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 5000;
        PRAGMA trusted_schema = OFF;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 8192;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA secure_delete = FAST;
        """;

    private const string ReaderSettings =
        """
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA query_only = ON;
        PRAGMA busy_timeout = 5000;
        PRAGMA trusted_schema = OFF;
        PRAGMA cache_size = -16384;
        """;

    /// <summary>The one connection that writes and checkpoints.</summary>
    public static SqliteConnection OpenWriter(string path) => Open(
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false },
        WriterSettings);

    /// <summary>A connection that can neither write nor checkpoint.</summary>
    public static SqliteConnection OpenReader(string path) => Open(
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true },
        ReaderSettings);

    /// <summary>Whether a file is a SQLite database for which a query says 1. Changes nothing.</summary>
    public static bool Has(string path, string query)
    {
        try
        {
            using var connection = Open(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }, "");
            return connection.Scalar(query) is 1L;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            return false;
        }
    }

    /// <summary>Runs statements that give no rows or whose rows don't matter.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Open(SqliteConnectionStringBuilder text, string settings)
    {
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            if (settings.Length > 0)
            {
                connection.Execute(settings);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
