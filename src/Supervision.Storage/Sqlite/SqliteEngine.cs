namespace Supervision.Storage.Sqlite;

/// <summary>What this library has to know of the engine's version.</summary>
internal static class SqliteEngine
{
    private static readonly Version s_oldest = new(3, 39, 0);

    /// <summary>SUP9014: the engine is older than 3.39, the first with STRICT tables and IS DISTINCT FROM.</summary>
    public static void Require(string version)
    {
        if (Version.Parse(version) < s_oldest)
        {
            throw new StorageException(
                $"SUP9014: SQLite {version} is too old, 3.39 or newer is needed. Update the SQLite package of the program.");
        }
    }

    /// <summary>
    /// Whether the engine may corrupt a WAL file that two connections write or checkpoint at once: up to 3.51.2,
    /// except 3.50.7 and 3.44.6 with their successors (https://sqlite.org/wal.html#walresetbug).
    /// </summary>
    public static bool HasWalResetBug(string version)
    {
        var v = Version.Parse(version);
        return v < new Version(3, 51, 3)
            && !(v.Minor == 50 && v.Build >= 7)
            && !(v.Minor == 44 && v.Build >= 6);
    }
}
