namespace Supervision.Storage.Sqlite;

/// <summary>
/// One has the turn, the others wait in the order in which they came. Whoever has it can see whether somebody waits and hand it over in one
/// step, which a semaphore cannot. Thread-safe.
/// </summary>
internal sealed class TurnQueue
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private bool _isTaken;

    /// <summary>Waits for the turn; false when patience ran out. Once it is handed over it is had, cancelled or not.</summary>
    public async Task<bool> TakeAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_isTaken)
            {
                return _isTaken = true;
            }

            _waiting.AddLast(mine);
        }

        try
        {
            await mine.Task.WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return !Leave(mine);
        }
        catch (OperationCanceledException) when (!Leave(mine))
        {
            return true;
        }
    }

    /// <summary>Hands the turn to who waits longest; false, and nothing happened, when nobody waits.</summary>
    public bool TryPass()
    {
        lock (_gate)
        {
            if (_waiting.First is not { } next)
            {
                return false;
            }

            _waiting.RemoveFirst();
            next.Value.SetResult();
            return true;
        }
    }

    /// <summary>Gives the turn back.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _isTaken = TryPass();
        }
    }

    private bool Leave(TaskCompletionSource mine)
    {
        lock (_gate)
        {
            return _waiting.Remove(mine);
        }
    }
}
