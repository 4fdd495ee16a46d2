using Supervision.Time;

namespace Supervision.Core.Tests.Time;

public sealed class PeriodConventionTests
{
    private static readonly DateOnly s_day = new(2026, 3, 2);

    // Goal: the same length is working days in one law and calendar days in another: Penalty Law art. 85 (2, 3, 5, 7), Compulsion Law
    // art. 69 (ten or less), Review Law art. 88 (3, 5, 7, 10), Licensing Law art. 82 (all).
    [Theory]
    [InlineData("行政处罚法", 2, PeriodUnit.WorkingDay)]
    [InlineData("行政处罚法", 3, PeriodUnit.WorkingDay)]
    [InlineData("行政处罚法", 5, PeriodUnit.WorkingDay)]
    [InlineData("行政处罚法", 7, PeriodUnit.WorkingDay)]
    [InlineData("行政处罚法", 10, PeriodUnit.CalendarDay)]
    [InlineData("行政处罚法", 15, PeriodUnit.CalendarDay)]
    [InlineData("行政处罚法", 30, PeriodUnit.CalendarDay)]
    [InlineData("行政处罚法", 90, PeriodUnit.CalendarDay)]
    [InlineData("行政强制法", 1, PeriodUnit.WorkingDay)]
    [InlineData("行政强制法", 3, PeriodUnit.WorkingDay)]
    [InlineData("行政强制法", 7, PeriodUnit.WorkingDay)]
    [InlineData("行政强制法", 10, PeriodUnit.WorkingDay)]
    [InlineData("行政强制法", 11, PeriodUnit.CalendarDay)]
    [InlineData("行政强制法", 15, PeriodUnit.CalendarDay)]
    [InlineData("行政强制法", 30, PeriodUnit.CalendarDay)]
    [InlineData("行政复议法", 2, PeriodUnit.CalendarDay)]
    [InlineData("行政复议法", 3, PeriodUnit.WorkingDay)]
    [InlineData("行政复议法", 5, PeriodUnit.WorkingDay)]
    [InlineData("行政复议法", 7, PeriodUnit.WorkingDay)]
    [InlineData("行政复议法", 10, PeriodUnit.WorkingDay)]
    [InlineData("行政复议法", 15, PeriodUnit.CalendarDay)]
    [InlineData("行政复议法", 60, PeriodUnit.CalendarDay)]
    [InlineData("行政许可法", 5, PeriodUnit.WorkingDay)]
    [InlineData("行政许可法", 20, PeriodUnit.WorkingDay)]
    [InlineData("行政许可法", 30, PeriodUnit.WorkingDay)]
    [InlineData("行政许可法", 45, PeriodUnit.WorkingDay)]
    public void UnitOf_IsEachLawsOwn(string law, int days, PeriodUnit unit) =>
        Assert.Equal(unit, PeriodConventions.Shipped.On(law, s_day).UnitOf(days));

    // Goal: the working days of the Penalty Law began with its revision of 2021.
    [Fact]
    public void On_BeforeTheProvision_Throws() =>
        Assert.Throws<ArgumentException>(() => PeriodConventions.Shipped.On("行政处罚法", new DateOnly(2021, 7, 14)));

    [Fact]
    public void Days_CarriesItsArticle()
    {
        var period = PeriodConventions.Shipped.On("行政处罚法", s_day).Days(7, "第六十一条");
        Assert.Equal("行政处罚法 第六十一条", period.Basis.ToString());
    }
}
