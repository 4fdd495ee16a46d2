using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Storage;

/// <summary>
/// A connection and the context upon it. They live as long as each other: a new context registers its functions anew,
/// which SQLite refuses while a query streams.
/// </summary>
/// <param name="engine">The database.</param>
/// <param name="connection">The connection.</param>
/// <param name="context">The context upon it.</param>
/// <param name="streams">Where a query that streams gets a connection of its own; null when it shares this one.</param>
/// <param name="keep">Takes the session back for the next unit of work; false when it has no use for it.</param>
internal sealed class StorageSession(
    StorageEngine engine, DbConnection connection, SupervisionDbContext context, Func<DbConnection>? streams = null,
    Func<StorageSession, bool>? keep = null) : IDisposable
{
    public StorageEngine Engine { get; } = engine;

    public DbConnection Connection { get; } = connection;

    public SupervisionDbContext Context { get; } = context;

    /// <summary>Statements that a server gets in one message with the commit, so that what they lock is held as short as can be; null for none.</summary>
    public DbBatch? Last { get; set; }

    /// <summary>Sends the pending changes to the database and forgets them, so that a long import holds no rows.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        GuardTexts();
        await Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        Context.ChangeTracker.Clear();
        return true;
    }

    private void GuardTexts()
    {
        foreach (var entry in Context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is string text)
                {
                    TextGate.Pass(text, $"{entry.Metadata.GetTableName()}.{property.Metadata.Name}");
                }
            }
        }
    }

    /// <summary>
    /// Starts a query that streams; parameters are @p0, @p1, …. Inside of a transaction on PostgreSQL read it to its end
    /// before the next one begins: the connection carries one at a time.
    /// </summary>
    public DbDataReader Query(string sql, params ReadOnlySpan<object> values)
    {
        // The reader keeps its command alive and finalises the statement when it is disposed.
        var own = streams?.Invoke();
        try
        {
            own?.Open();
            var command = (own ?? Connection).CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = FormattableString.Invariant($"@p{i}");
                parameter.Value = values[i];
                command.Parameters.Add(parameter);
            }

            return command.ExecuteReader(own is null ? CommandBehavior.Default : CommandBehavior.CloseConnection);
        }
        catch (Exception exception)
        {
            own?.Dispose();
            if (Engine.Explain(exception) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    public void Dispose()
    {
        if (keep?.Invoke(this) == true)
        {
            return;
        }

        Close();
    }

    /// <summary>Ends it for good.</summary>
    public void Close()
    {
        Last?.Dispose();
        Context.Dispose();
        Connection.Dispose();
    }
}
