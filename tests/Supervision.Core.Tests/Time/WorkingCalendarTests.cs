using System.Globalization;
using System.Text.Json;
using Supervision.Time;

namespace Supervision.Core.Tests.Time;

public sealed class WorkingCalendarTests
{
    // Goal: the shipped notices are whole. Method: working days of each year as published with the data.
    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void IsWorkingDay_OverAYear_CountsThePublishedNumber(int year, int days)
    {
        var first = new DateOnly(year, 1, 1);
        var length = DateTime.IsLeapYear(year) ? 366 : 365;
        Assert.Equal(days, Enumerable.Range(0, length).Count(day => WorkingCalendar.Shipped.IsWorkingDay(first.AddDays(day))));
    }

    // Goal: a notice arranges days of the December before it.
    [Fact]
    public void IsWorkingDay_ListedByTheNextYear_IsKnown() =>
        Assert.True(WorkingCalendar.Shipped.IsWorkingDay(new DateOnly(2018, 12, 29)));

    [Theory]
    [InlineData("2018-12-28")]
    [InlineData("2027-01-04")]
    public void IsWorkingDay_OfAnUnknownYear_Throws(string date) =>
        Assert.Throws<CalendarNotPublishedException>(
            () => WorkingCalendar.Shipped.IsWorkingDay(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    // Goal: "not announced yet" is no calendar of weekdays.
    [Fact]
    public void Parse_ANoticeWithoutDays_Throws()
    {
        var fault = Assert.Throws<JsonException>(() => CalendarYear.Parse("""{"year": 2027, "papers": [], "days": []}"""));
        Assert.Contains("2027", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_FollowsTheContent()
    {
        var changed = WorkingCalendar.Shipped.With(Calendars.Of2020AtFirst);
        Assert.StartsWith("2019-2026/", WorkingCalendar.Shipped.Version, StringComparison.Ordinal);
        Assert.NotEqual(WorkingCalendar.Shipped.Version, changed.Version);
        Assert.Equal(changed.Version, changed.With(Calendars.Of2020AtFirst).Version);
    }
}
