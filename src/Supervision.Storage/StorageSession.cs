using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Storage;

/// <summary>
/// A connection and the context upon it. They live as long as each other: a new context registers its functions anew,
/// which the engine refuses while a query streams.
/// </summary>
internal sealed class StorageSession : IDisposable
{
    public StorageSession(SqliteConnection connection)
    {
        Connection = connection;
        Context = new SupervisionDbContext(
            new DbContextOptionsBuilder<SupervisionDbContext>().UseSqlite(connection).Options);
    }

    public SqliteConnection Connection { get; }

    public SupervisionDbContext Context { get; }

    /// <summary>Sends the pending changes to the database and forgets them, so that a long import holds no rows.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        await Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        Context.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Starts a query that streams; parameters are @p0, @p1, ….</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object> values)
    {
        // The reader keeps its command alive and finalises the statement when it is disposed.
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"@p{i}"), values[i]);
        }

        return command.ExecuteReader();
    }

    public void Dispose()
    {
        Context.Dispose();
        Connection.Dispose();
    }
}
