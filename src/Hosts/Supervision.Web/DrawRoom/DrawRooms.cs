using System.Collections.Concurrent;
using Supervision.Decisions;

namespace Supervision.Web.DrawRoom;

/// <summary>
/// The acts that run in the draw rooms of this process, one a plan at a time. Where a draw stands is in the database and its files; what is
/// kept here is only for looking on, and lost with the process. Thread-safe.
/// </summary>
internal sealed partial class DrawRooms(ILogger<DrawRooms> log)
{
    private readonly ConcurrentDictionary<string, RoomRun> _runs = new(StringComparer.Ordinal);

    /// <summary>The act that runs in a plan's room, or ran last; null when none did since the start.</summary>
    public RoomRun? Find(string plan) => _runs.GetValueOrDefault(plan);

    /// <summary>Begins an act, unless one runs there; says whether it did.</summary>
    public bool Start(string plan, Func<RoomRun, Task<Refusal?>> act, (string Person, RoomInputs Inputs)? typed = null)
    {
        var run = new RoomRun { Typed = typed };
        if (_runs.AddOrUpdate(plan, run, (_, before) => before.Now.IsOver ? run : before) != run)
        {
            return false;
        }

        _ = Task.Run(() => ActAsync(plan, run, act));
        return true;
    }

    private async Task ActAsync(string plan, RoomRun run, Func<RoomRun, Task<Refusal?>> act)
    {
        try
        {
            run.End(await act(run));
        }
        catch (RefusedException refused)
        {
            run.End(refused.Refusal);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Failed(log, plan, fault);
            run.Add("room.failed");
            run.End(null);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The act in the draw room of plan {Plan} failed.")]
    private static partial void Failed(ILogger log, string plan, Exception fault);
}
