using Supervision.Audit;
using Supervision.Time;

namespace Supervision.Calendars;

/// <summary>A version of a year's notice as it was taken in. Kept for good: deadlines name the calendar that they were counted by. Immutable.</summary>
/// <param name="Year">Year of the notice.</param>
/// <param name="Number">From 1 without gaps within the year.</param>
/// <param name="Content">The notice as JSON, as <see cref="CalendarYear.Parse"/> reads it.</param>
/// <param name="ContentHash">SHA-256 of the content, hexadecimal.</param>
/// <param name="By">Who took it in.</param>
/// <param name="At">When.</param>
public sealed record CalendarNotice(int Year, int Number, string Content, string ContentHash, Actor By, DateTimeOffset At)
{
    /// <summary>The notice, read.</summary>
    public CalendarYear Read() => CalendarYear.Parse(Content);
}
