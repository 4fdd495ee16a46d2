namespace Supervision.Testing;

/// <summary>
/// A place for a database that lasts as long as a test: a folder of its own, in the machine's memory where the system keeps
/// files there (/dev/shm), else among the temporary files. The stores are the ones of the SQLite file, so what holds for
/// them in production holds in the test: transactions, journal, scopes, refusals. Dispose of it after the service provider.
/// </summary>
/// <example><code>
/// using var database = new ThrowAwayDatabase();
/// services.AddSupervisionSqlite(database.FilePath);
/// </code></example>
public sealed class ThrowAwayDatabase : IDisposable
{
    private const string Memory = "/dev/shm";

    private readonly string _folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), "supervision-" + Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Full path of the file, for AddSupervisionSqlite; it does not exist before the database is opened.</summary>
    public string FilePath => Path.Combine(_folder, "supervision.db");

    /// <summary>Deletes the folder with everything in it. Repeatable.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
