namespace Supervision.Rules.Feel;

/// <summary>A day with a time of day.</summary>
internal sealed record FeelDateTime(FeelDate Date, FeelTime Time)
{
    /// <summary>Seconds east of UTC on that day, or null for a local time.</summary>
    public int? Offset => Time.Offset ?? Time.Zone?.OffsetAt(Date, Time);

    /// <summary>Seconds since 1970-01-01 without regard to the offset, with their fraction.</summary>
    public decimal LocalSeconds => (Date.DayNumber * (decimal)FeelTime.SecondsOfDay) + Time.Seconds;

    public static FeelDateTime Of(DateTimeOffset instant) => new(
        new FeelDate(instant.Year, instant.Month, instant.Day),
        FeelTime.OfSeconds(
            instant.TimeOfDay.Ticks / (decimal)TimeSpan.TicksPerSecond, (int)(instant.Offset.Ticks / TimeSpan.TicksPerSecond), null));

    public static FeelDateTime? OfLocalSeconds(decimal seconds, int? offset, FeelZone? zone)
    {
        var days = decimal.Floor(seconds / FeelTime.SecondsOfDay);
        return FeelDate.OfDayNumber(days) is { } date
            ? new FeelDateTime(date, FeelTime.OfSeconds(seconds - (days * FeelTime.SecondsOfDay), offset, zone))
            : null;
    }

    /// <summary>So many seconds later; in a zone the clock moves with the zone's rules.</summary>
    public FeelDateTime? AddSeconds(decimal seconds)
    {
        if (Math.Abs(seconds) > 70_000_000_000_000_000m || OfLocalSeconds(LocalSeconds + seconds, Time.Offset, Time.Zone) is not { } moved)
        {
            return null;
        }

        var shift = (moved.Offset ?? 0) - (Offset ?? 0);
        return shift == 0 ? moved : OfLocalSeconds(LocalSeconds + seconds + shift, Time.Offset, Time.Zone);
    }

    /// <summary>The order of the instants by whole seconds; null between a local one and one with an offset.</summary>
    public int? CompareWith(FeelDateTime other)
    {
        if (Time.IsLocal != other.Time.IsLocal)
        {
            return null;
        }

        return WholeSeconds().CompareTo(other.WholeSeconds());
    }

    /// <summary>Seconds from the other to this, or null between a local one and one with an offset.</summary>
    public decimal? Since(FeelDateTime other) => Time.IsLocal == other.Time.IsLocal
        ? LocalSeconds - (Offset ?? 0) - (other.LocalSeconds - (other.Offset ?? 0))
        : null;

    private long WholeSeconds() => (Date.DayNumber * FeelTime.SecondsOfDay) + Time.SecondOfDay - (Offset ?? 0);
}
