using Microsoft.Extensions.DependencyInjection;
using Supervision.Hosting.Wording;
using Supervision.Matters;

namespace Supervision.Web.Tests;

/// <summary>The day that a page names is the last on which something can still be done in time.</summary>
public sealed class MatterDueTests(WebFixture web)
{
    private static readonly DateTimeOffset s_friday = new(2026, 6, 5, 10, 0, 0, TimeSpan.FromHours(8));

    // One working day from Friday, 5 June ends with Monday, 8 June; the first instant that is too late is the midnight after it.
    [Fact]
    public void ADay_IsTheLastOfThePeriod_NotTheMidnightAfterIt()
    {
        var (matter, clocks) = Of("warning-licence-expiry", s_friday);
        Assert.Equal(new DateTimeOffset(2026, 6, 9, 0, 0, 0, TimeSpan.FromHours(8)), matter.Clock!.DueAt);
        Assert.Equal(new DateOnly(2026, 6, 8), MatterDue.LastDay(matter, clocks));
        Assert.Equal("2026-06-08", MatterDue.Text(matter, clocks, "?"));
    }

    [Fact]
    public void Hours_EndToTheMinute()
    {
        var (matter, clocks) = Of("warning-sensor-limit", s_friday);
        Assert.Equal("2026-06-05 12:00", MatterDue.Text(matter, clocks, "?"));
    }

    // Told to the next rung, or to the uppermost: what was due stays due on its day.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnEscalation_MovesNoDeadline(bool isTop)
    {
        var (matter, clocks) = Of("warning-licence-expiry", s_friday);
        var told = matter with { Clock = clocks.Climb(matter.Clock!, s_friday.AddDays(10), isTop) };
        Assert.NotEqual(matter.Clock!.DueAt, told.Clock.DueAt);
        Assert.Equal(new DateOnly(2026, 6, 8), MatterDue.LastDay(told, clocks));
    }

    [Fact]
    public void WhatWasExtended_IsDueWhenTheExtensionEnds()
    {
        var clocks = web.Services.GetRequiredService<MatterClocks>();
        var notice = Matter(MatterKind.PointNotice, "", MatterState.Disputed);
        notice = notice with { Clock = clocks.For(notice, s_friday) };
        var longer = notice with { Clock = clocks.Extend(notice.Clock!).OrThrow() };
        Assert.True(MatterDue.LastDay(longer, clocks) > MatterDue.LastDay(notice, clocks));
        var told = longer with { Clock = clocks.Climb(longer.Clock!, s_friday.AddDays(60), isTop: false) };
        Assert.Equal(MatterDue.LastDay(longer, clocks), MatterDue.LastDay(told, clocks));
    }

    private (Matter Matter, MatterClocks Clocks) Of(string category, DateTimeOffset since)
    {
        var clocks = web.Services.GetRequiredService<MatterClocks>();
        var matter = Matter(MatterKind.Warning, category, MatterState.Raised);
        return (matter with { Clock = clocks.For(matter, since) }, clocks);
    }

    private static Matter Matter(MatterKind kind, string category, MatterState state) => new()
    {
        Id = "M-1", Kind = kind, Category = category, Title = "t", AgencyId = "a", OriginAgencyId = "a", OpenedAt = s_friday, State = state,
    };
}
