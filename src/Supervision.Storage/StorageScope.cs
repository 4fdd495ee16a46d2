using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Storage.Persons;
using Supervision.Storage.Stores.Audit;

namespace Supervision.Storage;

/// <summary>
/// The unit of work behind the stores of a scope. They read through a connection of the scope until the first write
/// takes the database's writing connection and begins a transaction; from then on until the commit they read what
/// they wrote.
/// </summary>
internal sealed class StorageScope(SupervisionDatabase database, CurrentActor current, PersonKeyRing? keys = null)
    : IUnitOfWork, IHeldUnitOfWork, IDisposable, IAsyncDisposable
{
    private readonly List<JournalRecord> _records = [];
    private readonly List<(DbContext Context, string? Connection)> _joined = [];
    private StorageSession? _reading;
    private StorageSession? _writing;
    private DbTransaction? _transaction;
    private bool _failed;
    private bool _isHeld;

    public StorageEngine Engine => database.Engine;

    public void Append(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        RequireUsable();
        if (current.RefuseName(record) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        // What stands in the journal can never be taken out again.
        foreach (var text in (string[])[record.Payload, record.Key, record.Type, record.Actor.Id, record.Actor.AgencyId])
        {
            TextGate.Pass(text, record.Type);
        }

        _records.Add(record);
    }

    /// <summary>The keys of personal data, or null.</summary>
    public PersonKeyRing? Keys => keys;

    /// <summary>The keys of personal data. SUP9024: there are none.</summary>
    public PersonKeyRing RequireKeys() => keys ?? throw new StorageException(
        "SUP9024: personal data need a key ring, and none was given. Make one with \"supervision person keys FILE\", keep it apart from the "
        + "database, and name it in SUPERVISION_PERSON_KEYS (AddSupervisionPersonKeys in a program).");

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        RequireUsable();
        if (_isHeld || (_writing is null && _records.Count == 0))
        {
            return;
        }

        await SaveJoinedAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(
            "the journal",
            async session =>
            {
                await DutyCheck.DemandAsync(session, _records, cancellationToken).ConfigureAwait(false);
                await JournalAppender.AppendAsync(session, _records, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        _records.Clear();
        var (writer, transaction) = LetGo();
        try
        {
            await database.Engine.CommitAsync(writer, transaction!).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _failed = true;
            if (InWords("the journal", exception) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    /// <summary>Puts another context upon the connection and into the transaction of this unit of work; see <see cref="SharedTransaction"/>.</summary>
    public async Task JoinAsync(DbContext own, CancellationToken cancellationToken)
    {
        if (_joined.Exists(one => ReferenceEquals(one.Context, own)))
        {
            return;
        }

        LetSee(own);
        await WriteAsync(
            "the transaction",
            async session =>
            {
                _joined.Add((own, own.Database.GetConnectionString()));
                own.Database.SetDbConnection(session.Connection, contextOwnsConnection: false);
                await own.Database.UseTransactionAsync(_transaction, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The views of another context show what the actor of this scope may see.</summary>
    public void LetSee(DbContext own) => Sight.Give(own, current.Actor);

    public void Hold() => _isHeld = true;

    public Task ReleaseAsync(CancellationToken cancellationToken)
    {
        _isHeld = false;
        return CommitAsync(cancellationToken);
    }

    /// <summary>What to read through at this moment. Ask again for each read.</summary>
    public StorageSession Read()
    {
        RequireUsable();
        return _writing ?? (_reading ??= As(database.Engine.OpenReader()));
    }

    /// <summary>
    /// Writes inside the scope's transaction. When that fails, everything since the last commit is undone and the scope
    /// is of no more use; what collides with somebody else's change is a <see cref="ConcurrencyConflictException"/>.
    /// </summary>
    /// <param name="what">What is written, for the message of a conflict.</param>
    /// <param name="write">Writes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> WriteAsync<T>(
        string what, Func<StorageSession, Task<T>> write, CancellationToken cancellationToken)
    {
        RequireUsable();
        try
        {
            return await write(await BeginAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Abandon(exception);
            if (InWords(what, exception) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            Abandon(null);
        }
        finally
        {
            _reading?.Dispose();
            _reading = null;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static Exception Cause(Exception exception) =>
        exception is DbUpdateException { InnerException: { } inner } ? inner : exception;

    // Null when the exception says it best itself.
    private Exception? InWords(string what, Exception exception)
    {
        if (IsConflict(exception))
        {
            return new ConcurrencyConflictException(what, exception);
        }

        var explained = Cause(exception) as StorageException ?? database.Engine.Explain(Cause(exception));
        return explained == exception ? null : explained;
    }

    private bool IsConflict(Exception exception) =>
        exception is DbUpdateConcurrencyException || database.Engine.IsConflict(Cause(exception));

    // What the embedder's rows collide with is for the embedder to say: its exceptions pass as they are.
    private async Task SaveJoinedAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (context, _) in _joined)
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            Abandon(exception);
            throw;
        }
    }

    private void LetJoinedGo()
    {
        foreach (var (context, connection) in _joined)
        {
            try
            {
                context.Database.UseTransaction(null);
                context.Database.SetDbConnection(null);
                if (connection is not null)
                {
                    context.Database.SetConnectionString(connection);
                }
            }
            catch (ObjectDisposedException)
            {
                // Its owner was done with it before the unit of work was.
            }
        }

        _joined.Clear();
    }

    private async Task<StorageSession> BeginAsync(CancellationToken cancellationToken)
    {
        if (_writing is null)
        {
            _writing = As(await database.Engine.TakeWriterAsync(cancellationToken).ConfigureAwait(false));
            _transaction = await database.Engine.BeginAsync(_writing, cancellationToken).ConfigureAwait(false);
            _writing.Context.Database.UseTransaction(_transaction);
        }

        return _writing;
    }

    private void Abandon(Exception? cause)
    {
        _failed = true;
        _records.Clear();
        if (_writing is null)
        {
            return;
        }

        var (writer, transaction) = LetGo();
        try
        {
            database.Engine.Rollback(writer, transaction, cause is null ? null : Cause(cause));
        }
        catch (Exception exception)
        {
            if (InWords("the journal", exception) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    // The writer is the next one's as soon as the engine has it back: nothing of this unit of work stays with it.
    private (StorageSession Writer, DbTransaction? Transaction) LetGo()
    {
        LetJoinedGo();
        var (writer, transaction) = (_writing!, _transaction);
        (_transaction, _writing) = (null, null);
        writer.Context.ChangeTracker.Clear();
        writer.Context.Database.UseTransaction(null);
        writer.Context.Actor = null;
        return (writer, transaction);
    }

    private StorageSession As(StorageSession session)
    {
        session.Context.Actor = current.Actor;
        return session;
    }

    private void RequireUsable()
    {
        if (_failed)
        {
            throw new StorageException(
                "SUP9004: this unit of work failed or was disposed, and nothing since its last commit was saved. "
                + "Begin a new scope and repeat the command.");
        }
    }
}
