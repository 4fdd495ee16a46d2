namespace Supervision.Rules.Feel;

/// <summary>A day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999.</summary>
internal sealed record FeelDate(int Year, int Month, int Day)
{
    public const int MostYears = 999_999_999;

    /// <summary>Days since 1970-01-01.</summary>
    public long DayNumber
    {
        get
        {
            // Years start in March here, so that the leap day is the last one.
            long year = Month <= 2 ? Year - 1L : Year;
            var era = Math.DivRem(year, 400, out var ofEra);
            if (ofEra < 0)
            {
                era--;
                ofEra += 400;
            }

            var ofYear = ((153 * (Month + (Month > 2 ? -3 : 9))) + 2) / 5 + Day - 1;
            return (era * 146_097) + (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + ofYear - 719_468;
        }
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public int Weekday => (int)((((DayNumber + 3) % 7) + 7) % 7) + 1;

    public int DayOfYear => (int)(DayNumber - new FeelDate(Year, 1, 1).DayNumber) + 1;

    public static FeelDate? TryCreate(decimal year, decimal month, decimal day)
    {
        if (year != decimal.Truncate(year) || year is < -MostYears or > MostYears || month != decimal.Truncate(month)
            || month is < 1 or > 12 || day != decimal.Truncate(day) || day < 1 || day > DaysIn((long)year, (int)month))
        {
            return null;
        }

        return new FeelDate((int)year, (int)month, (int)day);
    }

    public static FeelDate? OfDayNumber(decimal number)
    {
        if (number is < -366_000_000_000m or > 366_000_000_000m)
        {
            return null;
        }

        var days = (long)number + 719_468;
        var era = (days >= 0 ? days : days - 146_096) / 146_097;
        var ofEra = days - (era * 146_097);
        var yearOfEra = (ofEra - (ofEra / 1_460) + (ofEra / 36_524) - (ofEra / 146_096)) / 365;
        var ofYear = ofEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * ofYear) + 2) / 153;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return year is < -MostYears or > MostYears
            ? null
            : new FeelDate((int)year, (int)month, (int)(ofYear - (((153 * shifted) + 2) / 5) + 1));
    }

    public static int DaysIn(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>So many months later; a day that the month lacks becomes its last.</summary>
    public FeelDate? AddMonths(decimal months)
    {
        if (months is < -24_000_000_000m or > 24_000_000_000m)
        {
            return null;
        }

        var total = (Year * 12L) + Month - 1 + (long)months;
        var year = (total - (((total % 12) + 12) % 12)) / 12;
        var month = (int)(((total % 12) + 12) % 12) + 1;
        return TryCreate(year, month, Math.Min(Day, DaysIn(year, month)));
    }

    public DateOnly? ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day) : null;

    public int CompareWith(FeelDate other) => DayNumber.CompareTo(other.DayNumber);

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
