using System.Globalization;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Core.Tests.Time;

public sealed class LegalClockTests
{
    private static readonly LegalBasis s_basis = new("测试法", "第一条");

    // Goal: the vectors a lawyer would check, make-up Sundays and moved holidays included (domain reference, part 2), beside what
    // counting Mondays to Fridays gives. Article 85 of the Civil Procedure Law: the day of the event is not counted.
    [Theory]
    [InlineData("2019-09-16", 20, "2019-10-17", "2019-10-14")]
    [InlineData("2019-09-27", 5, "2019-10-10", "2019-10-04")]
    [InlineData("2019-01-29", 15, "2019-02-22", "2019-02-19")]
    [InlineData("2018-12-27", 3, "2019-01-02", "2019-01-01")]
    [InlineData("2025-01-24", 7, "2025-02-10", "2025-02-04")]
    [InlineData("2026-02-09", 15, "2026-03-06", "2026-03-02")]
    [InlineData("2026-04-30", 3, "2026-05-08", "2026-05-05")]
    [InlineData("2026-09-18", 7, "2026-09-29", "2026-09-29")]
    [InlineData("2026-09-30", 3, "2026-10-10", "2026-10-05")]
    public void Due_WorkingDays_IsThePublishedVector(string start, int days, string due, string naive)
    {
        Assert.Equal(Date(due), Calendars.Clock.Due(Working(days), Date(start)).Due);
        Assert.Equal(Date(naive), Enumerable.Range(1, 60).Select(Date(start).AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ElementAt(days - 1));
    }

    [Theory]
    [InlineData("2019-09-16", 15, "2019-10-01", "2019-10-08")]
    [InlineData("2026-06-05", 15, "2026-06-20", "2026-06-22")]
    [InlineData("2019-06-30", 90, "2019-09-28", "2019-09-29")]
    public void Due_CalendarDays_RollsOffDaysOff(string start, int days, string last, string due)
    {
        var deadline = Calendars.Clock.Due(Calendar(days), Date(start));
        Assert.Equal((Date(last), Date(due)), (deadline.LastDay, deadline.Due));
    }

    // Goal: the worked timeline of a penalty case in 2026 (domain reference, part 11), units by each law's own article.
    [Fact]
    public void Due_TheWorkedTimeline_IsRightToTheDay()
    {
        var clock = Calendars.Clock;
        var penalty = PeriodConventions.Shipped.On("行政处罚法", Date("2026-02-09"));
        var verify = clock.Due(Working(15), Date("2026-02-09"));
        Assert.Equal(Date("2026-03-06"), verify.Due);
        Assert.Equal(Date("2026-03-27"), clock.Extend(verify, Working(15)).Due);

        var decide = clock.Due(penalty.Days(90, "第六十条"), Date("2026-03-06"));
        Assert.Equal(Date("2026-06-04"), decide.Due);
        var extended = clock.Extend(decide, Calendar(30));
        Assert.Equal((Date("2026-07-04"), Date("2026-07-06")), (extended.LastDay, extended.Due));

        Assert.Equal(Date("2026-03-18"), clock.Due(penalty.Days(7, "第五十六条"), Date("2026-03-09")).Due);
        Assert.Equal(Date("2026-05-27"), clock.Due(penalty.Days(5, "第六十四条"), Date("2026-05-20")).Due);
        Assert.Equal(Date("2026-06-15"), clock.Due(penalty.Days(7, "第六十一条"), Date("2026-06-04")).Due);
        Assert.Equal(Date("2026-07-03"), clock.Due(Working(20), Date("2026-06-04")).Due);
        Assert.Equal(Date("2026-06-22"), clock.Due(penalty.Days(15, "第六十七条"), Date("2026-06-05")).Due);
        Assert.Equal(Date("2026-08-04"), clock.Due(Calendar(60), Date("2026-06-05")).Due);
    }

    [Theory]
    [InlineData("2026-06-10", false, "2026-06-01")]
    [InlineData("2026-06-10", true, "2026-05-29")]
    [InlineData("2026-06-03", false, "2026-05-25")]
    public void LatestBefore_NoticeOfAHearing_CountsBackwards(string hearing, bool clearDays, string notify) =>
        Assert.Equal(Date(notify), Calendars.Clock.LatestBefore(Working(7), Date(hearing), clearDays));

    // Goal: an extended holiday moves deadlines that are already running (Spring Festival 2020).
    [Fact]
    public void Recompute_AChangedNotice_MovesTheOpenDeadline()
    {
        var before = new LegalClock(
            WorkingCalendar.Shipped.With(Calendars.Of2020AtFirst), PeriodConventions.Shipped).Due(Working(10), Date("2020-01-20"));
        var after = Calendars.Clock.Recompute(before);
        Assert.Equal((Date("2020-02-07"), Date("2020-02-11")), (before.Due, after.Due));
        Assert.NotEqual(before.CalendarVersion, after.CalendarVersion);
    }

    [Theory]
    [InlineData("2024-02-29", 1, PeriodUnit.Year, "2025-02-28")]
    [InlineData("2025-08-31", 6, PeriodUnit.Month, "2026-02-28")]
    [InlineData("2026-01-31", 3, PeriodUnit.Month, "2026-04-30")]
    public void Due_MonthsAndYears_EndOnTheLastDayOfAShorterMonth(string start, int length, PeriodUnit unit, string last) =>
        Assert.Equal(Date(last), Calendars.Clock.Due(new LegalPeriod(length, unit, s_basis), Date(start)).LastDay);

    // A month has no single day to leave out: its end moves by the days that do not count.
    [Fact]
    public void Due_MonthsWithASuspension_EndByItsDaysLater() => Assert.Equal(
        Date("2026-05-10"),
        Calendars.Clock.Due(new LegalPeriod(3, PeriodUnit.Month, s_basis), Date("2026-01-31"), new Suspension(Date("2026-03-01"), Date("2026-03-11"), "检测", s_basis)).LastDay);

    [Fact]
    public void Due_InAYearWithoutNotice_Throws()
    {
        var fault = Assert.Throws<CalendarNotPublishedException>(() => Calendars.Clock.Due(Working(7), Date("2026-12-28")));
        Assert.Equal(Date("2027-01-01"), fault.Date);
        Assert.Throws<CalendarNotPublishedException>(() => Calendars.Clock.Due(Calendar(30), Date("2026-12-28")));
    }

    [Fact]
    public void Due_InLateDecemberBeforeTheNextNotice_IsProvisional()
    {
        Assert.True(Calendars.Clock.Due(Working(3), Date("2026-12-25")).IsProvisional);
        Assert.False(Calendars.Clock.Due(Working(3), Date("2025-12-25")).IsProvisional);
    }

    // Where calendar days are counted back to a day off, the act is due on the working day before it: after it would be too late.
    [Theory]
    [InlineData("2026-03-10", 3, "2026-03-06")] // Saturday 7 March
    [InlineData("2026-03-10", 4, "2026-03-06")]
    [InlineData("2026-03-10", 1, "2026-03-09")]
    [InlineData("2026-02-25", 2, "2026-02-14")] // within Spring Festival, 15 to 23 February; Saturday 14 February is worked
    public void LatestBefore_CalendarDaysToADayOff_IsTheWorkingDayBefore(string day, int days, string last) =>
        Assert.Equal(Date(last), Calendars.Clock.LatestBefore(Calendar(days), Date(day), clearDays: false));

    [Fact]
    public void Extend_ByAnotherUnit_Throws()
    {
        var deadline = Calendars.Clock.Due(Working(3), Date("2026-03-02"));
        Assert.Throws<ArgumentException>(() => Calendars.Clock.Extend(deadline, Calendar(30)));
    }

    // Goal: a deadline tells how it was counted, in both languages.
    [Fact]
    public void Explanation_NamesEveryStep()
    {
        var penalty = PeriodConventions.Shipped.On("行政处罚法", Date("2026-06-05"));
        var deadline = Calendars.Clock.Due(
            penalty.Days(15, "第六十七条"), Date("2026-06-01"),
            new Suspension(Date("2026-06-03"), Date("2026-06-07"), "鉴定", new LegalBasis("行政处罚法", "第六十条")));
        Assert.Equal(Date("2026-06-22"), deadline.Due);
        var zh = deadline.Explanation.In(CultureInfo.GetCultureInfo("zh-CN"));
        Assert.StartsWith("最迟 2026-06-22：自 2026-06-01 起 15 日（自然日）  [行政处罚法 第六十七条]\n", zh, StringComparison.Ordinal);
        Assert.Contains("2026-06-03 至 2026-06-06 不计入期间：鉴定  [行政处罚法 第六十条]", zh, StringComparison.Ordinal);
        Assert.Contains("The last day, 2026-06-20, is a day off: it moves to 2026-06-22", deadline.Explanation.ToString(), StringComparison.Ordinal);
    }

    private static LegalPeriod Working(int days) => new(days, PeriodUnit.WorkingDay, s_basis);

    private static LegalPeriod Calendar(int days) => new(days, PeriodUnit.CalendarDay, s_basis);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
