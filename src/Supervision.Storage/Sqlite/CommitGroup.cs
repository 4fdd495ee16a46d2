using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Supervision.Storage.Sqlite;

/// <summary>
/// Units of work that wait for the writing connection join the transaction of the one before, so that one synchronisation with the disk
/// makes many of them durable. Each is a savepoint of its own: a failure undoes one and leaves the others. Nobody is told that a commit
/// succeeded before all of the transaction is on the disk.
/// </summary>
/// <remarks>
/// What a joined unit of work reads through the writer may not be durable yet. When it ends without a commit, its answer may rest on that (a
/// command that was given before, a conflict), so the transaction is committed before it ends. Members are called by whoever has the turn.
/// </remarks>
internal sealed class CommitGroup(TurnQueue turns)
{
    // The first of them waits for all.
    private const int MostJoined = 32;
    private const string Unit = "unit";

    private readonly List<TaskCompletionSource> _ended = [];
    private SqliteTransaction? _transaction;

    /// <summary>Begins a unit of work: a transaction, or a savepoint in that of the units before.</summary>
    public SqliteTransaction Begin(SqliteConnection connection)
    {
        if (_transaction is null)
        {
            return _transaction = connection.BeginTransaction();
        }

        _transaction.Save(Unit);
        return _transaction;
    }

    /// <summary>Ends a unit of work and the turn; completes when it is durable.</summary>
    public Task CommitAsync()
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            if (_ended.Count > 0)
            {
                _transaction!.Release(Unit);
            }
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            _ended.Add(mine);
            Lose(exception);
            turns.Release();
            return mine.Task;
        }

        _ended.Add(mine);
        if (_ended.Count >= MostJoined || !turns.TryPass())
        {
            Finish();
            turns.Release();
        }

        return mine.Task;
    }

    /// <summary>Undoes a unit of work and ends the turn. Throws what kept the units before it from becoming durable, unless something else is on its way.</summary>
    /// <param name="cause">Why it is undone; null when it just ended.</param>
    public void Rollback(Exception? cause)
    {
        try
        {
            if (_transaction is not null && (_ended.Count == 0 ? UndoAll() : UndoOne(cause)) is { } failure && cause is null)
            {
                throw failure;
            }
        }
        finally
        {
            turns.Release();
        }
    }

    private Exception? UndoAll()
    {
        Lose(null);
        return null;
    }

    private Exception? UndoOne(Exception? cause)
    {
        try
        {
            _transaction!.Rollback(Unit);
            _transaction.Release(Unit);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The engine has given up all of the transaction (disk full, I/O error).
            var reason = cause as SqliteException ?? exception;
            Lose(reason);
            return reason;
        }

        return Finish();
    }

    private Exception? Finish()
    {
        try
        {
            _transaction!.Commit();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            Lose(exception);
            return exception;
        }

        _transaction.Dispose();
        _transaction = null;
        foreach (var one in Taken())
        {
            one.SetResult();
        }

        return null;
    }

    private void Lose(Exception? reason)
    {
        try
        {
            _transaction!.Rollback();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The engine has rolled back by itself; the cause is on its way to the callers.
        }

        _transaction!.Dispose();
        _transaction = null;
        foreach (var one in Taken())
        {
            one.SetException(reason!);
        }
    }

    // Emptied first: who is told may begin anew at once.
    private TaskCompletionSource[] Taken()
    {
        TaskCompletionSource[] taken = [.. _ended];
        _ended.Clear();
        return taken;
    }
}
