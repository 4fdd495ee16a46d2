namespace Supervision.Time;

/// <summary>What a legal period is counted in.</summary>
public enum PeriodUnit
{
    /// <summary>Working days of the authority's calendar (工作日).</summary>
    WorkingDay = 1,

    /// <summary>Every day (自然日).</summary>
    CalendarDay = 2,

    /// <summary>Months: ends on the day of the same number, or on the month's last day.</summary>
    Month = 3,

    /// <summary>Years: ends on the same day of the year, 29 February on the 28th.</summary>
    Year = 4,
}
