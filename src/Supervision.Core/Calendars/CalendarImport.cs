namespace Supervision.Calendars;

/// <summary>What taking in a notice came to.</summary>
/// <param name="Year">Year of the notice.</param>
/// <param name="Number">Its version within the year; 0 when it changes nothing and was not kept.</param>
/// <param name="CalendarVersion">Version of the calendar that counts now.</param>
/// <param name="Moves">Deadlines that it moved, cases first, then tasks, then matters, each by id.</param>
public sealed record CalendarImport(int Year, int Number, string CalendarVersion, IReadOnlyList<DeadlineMove> Moves);
