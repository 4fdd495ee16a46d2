using System.Globalization;

namespace Supervision.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void GetUtcNow_NobodyMovesIt_StandsStillInUtc()
    {
        var clock = new ManualTimeProvider();
        Assert.Equal(s_start, clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
        Assert.Equal(12, clock.GetLocalNow().Hour);
    }

    [Fact]
    public void Advance_Back_IsRefusedAndChangesNothing()
    {
        var clock = new ManualTimeProvider();
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.AdvanceTo(s_start.AddSeconds(-1)));
        Assert.Equal(s_start, clock.GetUtcNow());
    }

    // Each timer sees its own time, not the one that the clock is moved to.
    [Fact]
    public void Advance_OverSeveralTimers_FiresThemInOrderAtTheirTimes()
    {
        var clock = new ManualTimeProvider(s_start);
        var fired = new List<string>();
        void Note(object? name) => fired.Add(string.Create(CultureInfo.InvariantCulture, $"{name}@{(clock.GetUtcNow() - s_start).TotalMinutes}"));
        using var once = clock.CreateTimer(Note, "once", TimeSpan.FromMinutes(25), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(Note, "often", TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        using var never = clock.CreateTimer(Note, "never", Timeout.InfiniteTimeSpan, TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(["often@10", "often@20", "once@25", "often@30"], fired);
        Assert.Equal(s_start.AddMinutes(30), clock.GetUtcNow());
        often.Dispose();
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(4, fired.Count);
    }

    [Fact]
    public async Task Delay_GivenTheClock_EndsWhenTheClockPassesIt()
    {
        var clock = new ManualTimeProvider();
        var waiting = Task.Delay(TimeSpan.FromDays(7), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        await waiting;
    }
}
