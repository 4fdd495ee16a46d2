using System.Globalization;

namespace Supervision.Time;

/// <summary>
/// A question about a year whose working days nobody has announced yet. Which weekend days are worked is decided once a
/// year by the State Council: no rule can guess it, and Monday to Friday would be a wrong answer.
/// </summary>
public sealed class CalendarNotPublishedException : Exception
{
    /// <summary>For a date of such a year.</summary>
    public CalendarNotPublishedException(DateOnly date)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The working days of {date.Year} are not in the calendar, so {date:yyyy-MM-dd} cannot be judged. Add the year's notice once it is published."))
    {
        Date = date;
    }

    /// <summary>The date that was asked about.</summary>
    public DateOnly Date { get; }
}
