namespace Supervision.Rules.Feel;

/// <summary>A time of day: local, with an offset from UTC, or in a zone.</summary>
/// <param name="SecondOfDay">Whole seconds since midnight.</param>
/// <param name="Nanosecond">Nanoseconds of the second.</param>
/// <param name="Offset">Seconds east of UTC, or null.</param>
/// <param name="Zone">The zone, or null.</param>
internal sealed record FeelTime(int SecondOfDay, int Nanosecond, int? Offset, FeelZone? Zone)
{
    public const int SecondsOfDay = 86_400;

    public int Hour => SecondOfDay / 3600;

    public int Minute => SecondOfDay / 60 % 60;

    public int Second => SecondOfDay % 60;

    public bool IsLocal => Offset is null && Zone is null;

    /// <summary>Seconds since midnight with their fraction.</summary>
    public decimal Seconds => SecondOfDay + (Nanosecond / 1_000_000_000m);

    /// <summary>The offset of a time without a day: that of its zone in winter.</summary>
    public int? OffsetAlone => Offset ?? Zone?.BaseOffset;

    public static FeelTime OfSeconds(decimal seconds, int? offset, FeelZone? zone)
    {
        var ofDay = seconds % SecondsOfDay;
        if (ofDay < 0)
        {
            ofDay += SecondsOfDay;
        }

        var whole = decimal.Truncate(ofDay);
        return new FeelTime((int)whole, (int)((ofDay - whole) * 1_000_000_000m), offset, zone);
    }

    /// <summary>The order by whole seconds, as the standard defines it; null between a local time and one with an offset.</summary>
    public int? CompareWith(FeelTime other)
    {
        if (IsLocal != other.IsLocal)
        {
            return null;
        }

        return (SecondOfDay - (OffsetAlone ?? 0)).CompareTo(other.SecondOfDay - (other.OffsetAlone ?? 0));
    }
}
