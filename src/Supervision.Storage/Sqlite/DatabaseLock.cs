namespace Supervision.Storage.Sqlite;

/// <summary>
/// The lock file beside the database: one process owns the database while it holds it. The file stays when the
/// lock is given back, since deleting it would let two processes lock two different files of the same name.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    // EROFS, as .NET hands on what it has no exception for.
    private const int ReadOnlyFileSystem = 30;

    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <summary>Takes the lock or says who must give way (SUP9002).</summary>
    public static DatabaseLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new DatabaseLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException || exception.HResult == ReadOnlyFileSystem)
        {
            throw new StorageException(
                $"SUP9018: {path} cannot be written. Give the file and its folder their rights back, or put the database elsewhere.", exception);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new StorageException(
                $"SUP9002: {databasePath} is in use by another process, which holds {path}. One process owns a database "
                + "file: close the other program, or wait until it has finished. Deleting the lock file does not help.",
                exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
