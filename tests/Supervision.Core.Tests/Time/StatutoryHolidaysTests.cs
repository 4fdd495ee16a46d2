using System.Globalization;
using System.Text.Json;
using Supervision.Time;

namespace Supervision.Core.Tests.Time;

// Goal: the thirteen days of 全国年节及纪念日放假办法 art. 2 (as revised in 2024), which no notice tells apart from the rest days around them.
public sealed class StatutoryHolidaysTests
{
    [Theory]
    [InlineData("元旦", "2025-01-01", "2026-01-01")]
    [InlineData("除夕", "2025-01-28", "2026-02-16")]
    [InlineData("春节", "2025-01-29", "2026-02-17")]
    [InlineData("正月初二", "2025-01-30", "2026-02-18")]
    [InlineData("正月初三", "2025-01-31", "2026-02-19")]
    [InlineData("清明节", "2025-04-04", "2026-04-05")]
    [InlineData("劳动节", "2025-05-01", "2026-05-01")]
    [InlineData("劳动节第二天", "2025-05-02", "2026-05-02")]
    [InlineData("端午节", "2025-05-31", "2026-06-19")]
    [InlineData("中秋节", "2025-10-06", "2026-09-25")]
    [InlineData("国庆节", "2025-10-01", "2026-10-01")]
    [InlineData("国庆节第二天", "2025-10-02", "2026-10-02")]
    [InlineData("国庆节第三天", "2025-10-03", "2026-10-03")]
    public void Of_2025And2026_HasTheDay_AndNoNoticeWorksIt(string name, string in2025, string in2026)
    {
        Assert.NotEmpty(name);
        foreach (var day in new[] { Date(in2025), Date(in2026) })
        {
            Assert.Contains(day, StatutoryHolidays.Shipped.Of(day.Year));
            Assert.False(WorkingCalendar.Shipped.IsWorkingDay(day));
        }
    }

    // The days that follow the moon, by the calendar of the framework; thirteen of each year, in order.
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    public void Of_AYear_IsThirteenDaysThatFollowTheMoon(int year)
    {
        var days = StatutoryHolidays.Shipped.Of(year);
        Assert.Equal(13, days.Distinct().Count());
        Assert.Equal(days.Order(), days);
        var spring = Lunar(year, 1, 1);
        Assert.All((DateOnly[])[spring.AddDays(-1), spring, spring.AddDays(1), spring.AddDays(2), Lunar(year, 5, 5), Lunar(year, 8, 15)],
            day => Assert.Contains(day, days));
    }

    [Fact]
    public void Of_AYearBeforeTheRevision_IsEmpty() => Assert.Empty(StatutoryHolidays.Shipped.Of(2024));

    [Theory]
    [InlineData("""{"law": "l", "article": "1", "from": "2025-01-01"}""")]
    [InlineData("""{"law": "l", "article": "1", "from": "2025-01-01", "years": {"2026": ["1-1"]}}""")]
    public void Parse_AnotherShape_Throws(string json) => Assert.Throws<JsonException>(() => StatutoryHolidays.Parse(json));

    // A leap month shifts the numbers of the months after it.
    private static DateOnly Lunar(int year, int month, int day)
    {
        var calendar = new ChineseLunisolarCalendar();
        var leap = calendar.GetLeapMonth(year);
        return DateOnly.FromDateTime(calendar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
