namespace Supervision.Time;

/// <summary>
/// The calendar that a running host counts by: the one it was built with, and the notices that were taken in since. Thread-safe; a count
/// that is under way ends by the calendar with which it began.
/// </summary>
public sealed class LiveCalendar
{
    private readonly WorkingCalendar _first;

    private volatile WorkingCalendar _current;

    /// <summary>A calendar before any notice.</summary>
    public LiveCalendar(WorkingCalendar first)
    {
        ArgumentNullException.ThrowIfNull(first);
        (_first, _current) = (first, first);
    }

    /// <summary>The calendar now.</summary>
    public WorkingCalendar Current => _current;

    /// <summary>The calendar that these notices make of the first one; of two for one year the later counts.</summary>
    public WorkingCalendar With(IEnumerable<CalendarYear> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        return notices.Aggregate(_first, (calendar, notice) => calendar.With(notice));
    }

    /// <summary>Counts by the first calendar and these notices from now on.</summary>
    public void Take(IEnumerable<CalendarYear> notices) => _current = With(notices);
}
