using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Supervision.DecisionSupport;

namespace Supervision.Core.Tests.DecisionSupport;

// Goal: a figure is its two counts and nothing else, however the time is cut, and nobody is ranked or warned on a handful of cases.
public sealed class IndicatorFiguresTests
{
    private static readonly DateOnly s_today = new(2026, 3, 31);

    // The stretches cover each day of the period once, whatever they are cut at.
    [Fact]
    public void Cut_AnyPeriod_CoversEachDayOnce() =>
        Prop.ForAll(Gen.Choose(0, 3000).ToArbitrary(), Gen.Choose(0, 2000).ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (start, length, grain) =>
        {
            var from = new DateOnly(2019, 1, 1).AddDays(start);
            var to = from.AddDays(length);
            var stretches = IndicatorFigures.Cut(from, to, (IndicatorGrain)grain);
            return stretches[0].From == from && stretches[^1].To == to
                && stretches.All(one => one.From <= one.To)
                && stretches.Zip(stretches.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From);
        }).QuickCheckThrowOnFailure();

    // 19.04 % of 4 and of 21: the published rate of a bureau, right with its counts only.
    [Fact]
    public void Of_Counts_GivesRankWithSharedPlacesAndLeavesSmallOnesOut()
    {
        var result = Figure("direction", "Higher", [C("a", 4), C("b", 8), C("c", 1), C("d", 4)], [C("a", 21), C("b", 20), C("c", 2), C("d", 21)]);
        Assert.Equal((17L, 64L), (result.Total.Numerator, result.Total.Denominator));
        Assert.Equal(
            [("b", 1), ("a", 2), ("d", 2), ("c", null)],
            result.Agencies.Select(row => (row.Key, row.Rank)));
    }

    [Fact]
    public void Of_LowerIsBetter_TurnsTheOrder() => Assert.Equal(
        ["a", "b"], Figure("direction", "Lower", [C("a", 4), C("b", 8)], [C("a", 21), C("b", 20)]).Agencies.Select(row => row.Key));

    [Fact]
    public void Of_NoDirection_RanksNobody() => Assert.All(
        Figure("direction", "None", [C("a", 4), C("b", 8)], [C("a", 21), C("b", 20)]).Agencies, row => Assert.Null(row.Rank));

    // Missed: the whole and a; b meets it; c misses it on two cases, which says nothing.
    [Fact]
    public void Of_MissedTargets_WarnsOfThoseThatSaySomething() => Assert.Equal(
        ["", "a"],
        Figure("target", """{"value":0.5,"from":"2020-01-01","source":"x"}""", [C("a", 4), C("b", 15), C("c", 0)], [C("a", 21), C("b", 20), C("c", 2)])
            .Warnings.Where(warning => warning.Key is "" or "a" or "b" or "c").Select(warning => warning.Key));

    [Fact]
    public void Of_TargetThatCameLater_WarnsOfNothing() => Assert.Empty(
        Figure("target", """{"value":0.5,"from":"2027-01-01","source":"x"}""", [C("a", 4)], [C("a", 21)]).Warnings);

    [Theory]
    [InlineData(""" "numerator": { "count": "Visits", "fuond": true }""", "fuond")]
    [InlineData(""" "numerator": { "count": "Visits", "source": "Gossip" }""", "Gossip")]
    [InlineData(""" "numerator": { "count": "Gossip" }""", "Gossip")]
    [InlineData(""" "smallest": 0""", "smallest")]
    [InlineData(""" "direction": "Sideways" """, "Sideways")]
    public void Parse_WrongDefinition_SaysWhatAndWhere(string wrong, string named)
    {
        var problem = Assert.Throws<JsonException>(() => IndicatorSet.Parse(Document(wrong)));
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_EveryIndicator_HasNamesAndAHash()
    {
        Assert.True(IndicatorSet.Shipped.All.Count >= 10);
        Assert.Equal(64, IndicatorSet.Shipped.ContentHash.Length);
        Assert.All(IndicatorSet.Shipped.All, one => Assert.NotEqual(one.Name, one.EnglishName));
        Assert.Equal(IndicatorDirection.None, IndicatorSet.Shipped.Find("visits-per-officer")!.Direction);
    }

    private static IndicatorResult Figure(string member, string value, IndicatorCount[] numerator, IndicatorCount[] denominator)
    {
        var definition = IndicatorSet.Parse(Document($"\"{member}\": {(value[0] == '{' ? value : $"\"{value}\"")}")).All[0];
        return IndicatorFigures.Of(definition, "", s_today, [], (numerator, denominator));
    }

    // The last of two equal members counts, so a test overrules one of them.
    private static string Document(string member) => $$"""
        {"indicators":[{"code":"x","name":"甲","englishName":"X","numerator":{"count":"Visits","found":true},"denominator":{"count":"Visits"},
          "unit":"Share","direction":"Higher","smallest":10,{{member}}}]}
        """;

    private static IndicatorCount C(string agency, long count) => new(agency, "330782", count);
}
