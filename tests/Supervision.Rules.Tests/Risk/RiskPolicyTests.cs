using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Risk;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Risk;

public sealed class RiskPolicyTests
{
    private static readonly RiskPolicy s_policy = new(Samples.Registry(Samples.Text("credit-risk-class")), "credit-risk-class");

    private static readonly RiskInput s_quiet = new("S-1", CreditRiskClass.B, CompositeCreditGrade.A, 0, 0, false, 0);

    [Fact]
    public void Assess_FullTwice_IsHighRiskWithItsWeightAndReason()
    {
        var decision = s_policy.Assess(s_quiet with { StepsReached = 2, Points = 33 }, Day("2019-08-26"));
        Assert.Equal((CreditRiskClass.D, 16), (decision.Class, decision.Weight));
        Assert.Contains("风险类别, row 2: steps >= 2 → D", decision.Explanation.ToString());
        Assert.Contains("Full twice is high risk.", decision.Explanation.ToString());
    }

    // The national classes are re-assessed every month for every enterprise: no case may be left without a class.
    [Fact]
    public void Assess_EveryCombination_HasAClassAndBreachNeverHelps()
    {
        foreach (var current in Enum.GetValues<CreditRiskClass>())
        foreach (var grade in Enum.GetValues<CompositeCreditGrade>())
        foreach (var steps in (int[])[0, 1, 2, 5])
        foreach (var points in (decimal[])[0, 0.5m, 11.5m, 40])
        foreach (var clean in (int[])[0, 2, 3, 9])
        {
            var input = new RiskInput("S-1", current, grade, points, steps, false, clean);
            var kept = s_policy.Assess(input, Day("2026-01-01"));
            var broken = s_policy.Assess(input with { CommitmentBreached = true }, Day("2026-01-01"));
            Assert.True(broken.Class >= kept.Class, $"{input}: {kept.Class} kept, {broken.Class} broken");
        }
    }

    [Fact]
    public void Assess_BeforeTheFirstVersion_IsAClearError() => Assert.Contains(
        "SUP5055: No version of policy \"credit-risk-class\" is in force on 2018-12-31. Versions: 2026.1 [2019-01-01, …)",
        Assert.Throws<RuleEvaluationException>(() => s_policy.Assess(s_quiet, Day("2018-12-31"))).Message);

    [Fact]
    public void Constructor_APackThatAnswersAnotherQuestion_IsAClearError() => Assert.Equal(
        "SUP5056", Assert.Throws<RuleEvaluationException>(
            () => new RiskPolicy(Samples.Registry(Samples.Text("draw-ratios")), "draw-ratios")).Code);
}
