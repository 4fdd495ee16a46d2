using Supervision.Time;

namespace Supervision.Hosting.Walk;

/// <summary>The calendar of the story: every walk happens on the same days, so that its files can be compared.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    private DateTimeOffset _now;

    public SimulatedTime(DateOnly day) => GoTo(day);

    /// <summary>Nine in the morning of a day, in the authority's time.</summary>
    public void GoTo(DateOnly day) =>
        _now = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), AuthorityClock.ChinaStandardTime.BaseUtcOffset);

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
}
