using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Risk;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Risk;

public sealed class DrawRatioPolicyTests
{
    private static readonly DrawRatioPolicy s_policy = new(Samples.Registry(Samples.Text("draw-ratios")), "draw-ratios");

    // Lindian county, 2024: A at most 5 %, B 5 to 20 %, C 21 to 60 %, D 61 to 100 %.
    [Theory]
    [InlineData(CreditRiskClass.A, 0, 50_000)]
    [InlineData(CreditRiskClass.B, 50_000, 200_000)]
    [InlineData(CreditRiskClass.C, 210_000, 600_000)]
    [InlineData(CreditRiskClass.D, 610_000, 1_000_000)]
    public void RatiosOn_EachClass_LiesInTheBandOfTheCounty(CreditRiskClass riskClass, int least, int most)
    {
        var ratio = s_policy.RatiosOn(Day("2026-01-01"))[riskClass];
        Assert.Equal(riskClass, ratio.Class);
        Assert.InRange(ratio.Ppm, least, most);
        Assert.Contains("林甸县", ratio.Basis.Law);
    }

    // Grade to ratio and to frequency: from 2027 on each class has both; before, one number for all.
    [Fact]
    public void RatiosOn_From2027_GiveEachClassItsFrequency()
    {
        Assert.All(s_policy.RatiosOn(new DateOnly(2026, 12, 31)).Classes, one => Assert.Null(one.RestDays));
        Assert.Equal([366, 365, 183, 0], s_policy.RatiosOn(new DateOnly(2027, 1, 1)).Classes.Select(one => one.RestDays));
        Assert.Equal([("A", 366), ("B", 365), ("C", 183), ("D", 0)], s_policy.RatiosOn(new DateOnly(2027, 1, 1)).ToTierRates().Select(rate => (rate.Tier, rate.RestDays!.Value)));
    }

    [Fact]
    public void RatiosOn_Weights_AreThoseOfTheRiskPolicy()
    {
        var risk = new RiskPolicy(Samples.Registry(Samples.Text("credit-risk-class")), "credit-risk-class");
        foreach (var ratio in s_policy.RatiosOn(Day("2026-01-01")).Classes)
        {
            var input = new RiskInput("S-1", ratio.Class, CompositeCreditGrade.A, 0, 0, false, 0);
            Assert.Equal(risk.Assess(input, Day("2026-01-01")).Weight, ratio.Weight);
        }
    }

    [Theory]
    [InlineData("D: 1000000", "D: 1000001")]
    [InlineData("A: 50000", "A: -1")]
    public void Load_ARatioOutOfRange_IsRefused(string old, string wrong) => Assert.Contains(
        Assert.Throws<Supervision.Rules.Packs.RulePackException>(() => Samples.Load(Samples.Text("draw-ratios").Replace(old, wrong))).Errors,
        error => error is { Code: "SUP5030", Path: "draw.ratio" });
}
