namespace Supervision.Calendars;

/// <summary>Keeps the notices that were taken in. Durable with the unit of work of the same scope.</summary>
public interface ICalendarStore
{
    /// <summary>All notices by year and number: the last one of a year counts.</summary>
    Task<IReadOnlyList<CalendarNotice>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a notice.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">Its number is taken.</exception>
    Task AddAsync(CalendarNotice notice, CancellationToken cancellationToken);
}
