using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Core.Tests.Matters;

public sealed class MatterClocksTests
{
    private static readonly MatterClocks s_clocks = new(
        MatterPolicy.Shipped, new LegalClock(WorkingCalendar.Shipped, PeriodConventions.Shipped), new AuthorityClock(TimeProvider.System, AuthorityClock.ChinaStandardTime));

    public static TheoryData<string> States { get; } = [.. StateClocks.Keys()];

    // Counted again by the calendar that counted it, no clock moves: not of days, not of hours, and not where an order or a pack named the day.
    [Theory]
    [MemberData(nameof(States))]
    public void Recount_BySameCalendar_MovesNothing(string key)
    {
        var running = s_clocks.For(StateClocks.MatterOf("M-1", key, StateClocks.Opened, StateClocks.Opened.AddDays(40)), StateClocks.Opened)!;
        Assert.Equal(key, running.Key);
        Assert.Equal(running, s_clocks.Recount(running));
    }
}
