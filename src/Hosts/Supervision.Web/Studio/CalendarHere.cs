using Supervision.Calendars;
using Supervision.Time;

namespace Supervision.Web.Studio;

/// <summary>Lets count in this process what notices of working days the database has. Thread-safe.</summary>
internal sealed class CalendarHere(IServiceScopeFactory scopes, LiveCalendar live) : IDisposable
{
    // One at a time: what was read first must not count last.
    private readonly SemaphoreSlim _turn = new(1);
    private string? _seen;

    /// <summary>Takes the notices, unless they are those of the last time.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var notices = await scope.ServiceProvider.GetRequiredService<ICalendarStore>().ListAsync(cancellationToken);
            var mark = string.Join(' ', notices.Select(notice => notice.ContentHash));
            if (mark != _seen)
            {
                live.Take(notices.Select(notice => notice.Read()));
                _seen = mark;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
