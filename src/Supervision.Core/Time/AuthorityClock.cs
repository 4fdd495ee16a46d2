namespace Supervision.Time;

/// <summary>
/// The authority's clock: the instant from a <see cref="TimeProvider"/>, the civil date in the authority's own
/// time zone. Thread-safe when the provider is.
/// </summary>
public sealed class AuthorityClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>China Standard Time, UTC+8 without daylight saving, independent of the machine's zone data.</summary>
    public static TimeZoneInfo ChinaStandardTime { get; } =
        TimeZoneInfo.CreateCustomTimeZone("China Standard Time", TimeSpan.FromHours(8), "UTC+08:00", "UTC+08:00");

    /// <summary>The instant, with the authority's offset.</summary>
    public DateTimeOffset Now => Local(time.GetUtcNow());

    /// <summary>The civil date in the authority's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Any instant, with the authority's offset: as its clocks showed it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>When a civil day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Local(new DateTimeOffset(midnight, TimeSpan.Zero)).Offset);
    }
}
