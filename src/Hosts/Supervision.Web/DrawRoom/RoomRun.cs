using System.Runtime.CompilerServices;
using Supervision.Decisions;

namespace Supervision.Web.DrawRoom;

/// <summary>An act of a draw room while it runs and after: what happened so far, for whoever looks on. Thread-safe.</summary>
internal sealed class RoomRun
{
    /// <summary>Tells this run from an earlier one of the same room.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What somebody typed for it on the page of the room; null for an act of the API.</summary>
    public (string Person, RoomInputs Inputs)? Typed { get; init; }

    private readonly Lock _gate = new();
    private readonly List<RoomLine> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isOver;
    private Refusal? _refusal;

    /// <summary>What happened so far, whether that is all, and why it was refused, if it was.</summary>
    public (IReadOnlyList<RoomLine> Lines, bool IsOver, Refusal? Refusal) Now
    {
        get
        {
            lock (_gate)
            {
                return ([.. _lines], _isOver, _refusal);
            }
        }
    }

    public void Add(string key, params object?[] arguments) => Change(() => _lines.Add(new RoomLine(key, arguments)));

    public void End(Refusal? refusal) => Change(() => (_isOver, _refusal) = (true, refusal));

    /// <summary>Every line, those of before first, until the act is over.</summary>
    public async IAsyncEnumerable<RoomLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var seen = 0; ;)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            var (lines, isOver, _) = Now;
            foreach (var line in lines.Skip(seen))
            {
                yield return line;
            }

            if (isOver)
            {
                yield break;
            }

            seen = lines.Count;
            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            var before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            before.SetResult();
        }
    }
}
