using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

// "At most once in two years" and "at least once a year", as rules of frequency ask for (国发〔2019〕5号: 抽查比例和频次).
public sealed class VisitFrequencyTests
{
    private static readonly DateOnly s_today = new(2026, 3, 1);

    [Theory]
    [InlineData("2024-03-01", false)]
    [InlineData("2024-03-02", true)]
    [InlineData("2026-02-28", true)]
    [InlineData(null, false)]
    public void IsTooSoon_AtMostOnceInTwoYears_EndsOnTheDayTwoYearsLater(string? last, bool expected) =>
        Assert.Equal(expected, new VisitFrequency(24, null).IsTooSoon(Day(last), s_today));

    // A month that lacks the day ends on its last: 31 August and six months is 28 February.
    [Fact]
    public void IsTooSoon_MonthWithoutThatDay_EndsOnItsLastDay()
    {
        Assert.True(new VisitFrequency(6, null).IsTooSoon(new(2025, 8, 31), new(2026, 2, 27)));
        Assert.False(new VisitFrequency(6, null).IsTooSoon(new(2025, 8, 31), new(2026, 2, 28)));
    }

    [Theory]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    [InlineData(null, true)]
    public void IsDue_AtLeastOnceAYear_BeforeAnotherDrawCouldReachIt(string? last, bool expected) =>
        Assert.Equal(expected, new VisitFrequency(null, 12).IsDue(Day(last), lastDay: new(2026, 12, 31)));

    [Fact]
    public void None_NoRule_KeepsNobodyOutAndForcesNobody()
    {
        Assert.False(VisitFrequency.None.IsTooSoon(s_today, s_today));
        Assert.False(VisitFrequency.None.IsDue(null, s_today));
        Assert.Equal(0, VisitFrequency.None.FloorPpm(4));
    }

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(2, 500_000)]
    [InlineData(3, 333_334)]
    public void FloorPpm_EqualDraws_ReachEverybody(int draws, int ppm) =>
        Assert.Equal(ppm, new VisitFrequency(null, 12).FloorPpm(draws));

    [Theory]
    [InlineData(24, 12, false)]
    [InlineData(12, 12, true)]
    [InlineData(0, null, false)]
    [InlineData(null, 1201, false)]
    [InlineData(null, null, true)]
    public void IsValid_AskingForWhatIsForbidden_IsNot(int? most, int? least, bool valid) =>
        Assert.Equal(valid, new VisitFrequency(most, least).IsValid);

    [Fact]
    public void Of_CellKey_JoinsFactorsInNormalForm()
    {
        Assert.Equal("D|330782|5612", CellKey.Of("D", " 330782", "5612"));
        Assert.Equal("é|-", CellKey.Of("e\u0301", ""));
        Assert.Equal("330782", CellKey.FactorAt("D|330782|5612", 1));
        Assert.Null(CellKey.FactorAt("D", 1));
        Assert.StartsWith("SUP4004", Assert.Throws<ArgumentException>(() => CellKey.Of("D|x", "y")).Message, StringComparison.Ordinal);
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
