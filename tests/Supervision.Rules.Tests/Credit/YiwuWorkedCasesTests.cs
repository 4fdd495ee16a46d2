using Supervision.Credit;
using Supervision.Rules.Credit;
using static Supervision.Credit.OffenceSeverity;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Credit;

/// <summary>Cases reported of the Yiwu points measure in August and September 2019, and what its terms imply.</summary>
public sealed class YiwuWorkedCasesTests
{
    private static readonly string s_text = Samples.Text("yiwu-12-point");

    private static readonly CreditPolicy s_policy = Policy(s_text);

    // 2019-09-11: a noodle shop, two faults, 4 points.
    [Fact]
    public void Evaluate_NoodleShop_FourPointsAndAnUntouchedCompositeScore()
    {
        var decision = Score("2019-09-11", Notice("2019-09-11", Ordinary, Slight));
        Assert.Equal((4m, 4m, 0), (decision.Points, decision.Unused, decision.Steps));
        Assert.Equal((100m, CompositeCreditGrade.A, false), (decision.CompositeScore, decision.Grade, decision.PersonLinked));
    }

    // 2019-08-26: a training centre, five faults, 33 points; each full 12 takes 2; the head's personal score is deducted.
    [Fact]
    public void Evaluate_TrainingCentre_TwoStepsRemainderNineAndTheHeadFlagged()
    {
        var decision = Score("2019-08-26", Notice("2019-08-26", Serious, Heavier, Heavier, Heavier, Ordinary));
        Assert.Equal((33m, 9m, 2), (decision.Points, decision.Unused, decision.Steps));
        Assert.Equal((96m, true), (decision.CompositeScore, decision.PersonLinked));
    }

    // 2019-08-15: 80 points, grade B, may choose notify-and-commit; one breach more and the ordinary procedure it is.
    [Fact]
    public void Evaluate_EightyPoints_MayCommitAndBelowMayNot()
    {
        var breaches = new[] { "2026-02-01", "2026-02-02", "2026-02-03" }.Select(Breach).ToList();
        var eighty = Score("2026-03-01", [.. breaches, Notice("2026-02-04", Serious)]);
        Assert.Equal((80m, CompositeCreditGrade.B, true), (eighty.CompositeScore, eighty.Grade, eighty.MayCommit));
        Assert.False(Score("2026-03-01", [.. breaches, Breach("2026-02-04")]).MayCommit);
    }

    [Fact]
    public void Terms_OfThePack_AreTheFourKindsOfTaskAndTheCheckOfEveryCommitment()
    {
        var terms = s_policy.Terms(Day("2026-02-01"));
        Assert.Equal([0.5m, 0.5m, 1m, 2m], Enum.GetValues<SelfGovernanceKind>().Select(kind => terms.Repairs[kind].Points));
        Assert.Equal(Day("2026-02-28"), terms.CommitmentCheck?.LastDay(Day("2025-12-31")));
        Assert.Equal("yiwu-12-point", terms.Policy.Id);
        Assert.Equal("有审必查", terms.CommitmentCheck?.Basis.Article);
    }

    [Fact]
    public void Terms_OfAPackThatSaysNothing_AreNone()
    {
        var text = s_text.Replace("  repair: 自治分值\n", "").Replace("  commitment: 告知承诺\n", "").Replace("  commitmentCheck: 承诺核查期\n", "");
        var policy = Policy(text);
        Assert.Empty(policy.Terms(Day("2026-02-01")).Repairs);
        Assert.Null(policy.Terms(Day("2026-02-01")).CommitmentCheck);
        Assert.Null(policy.Evaluate(History(), Day("2026-02-01")).MayCommit);
    }

    [Theory]
    [InlineData("Study: 1,", "Study: 0,", "SUP5160")]
    [InlineData("Study: 1,", "", "SUP5021")]
    [InlineData("commitmentCheck: 承诺核查期", "commitmentCheck: full", "SUP5021")]
    [InlineData("commitment: 告知承诺", "commitment: 等级", "SUP5010")]
    public void Load_TermsThatSayNothingUsable_AreRefused(string from, string to, string code) => Assert.Contains(
        Assert.Throws<Rules.Packs.RulePackException>(() => Policy(s_text.Replace(from, to))).Errors, error => error.Code == code);

    // "每满12分": exactly 12 is full.
    [Fact]
    public void Evaluate_ExactlyTwelve_IsFull()
    {
        var decision = Score("2026-02-01", Notice("2026-02-01", Serious));
        Assert.Equal((12m, 0m, 1, 98m), (decision.Points, decision.Unused, decision.Steps, decision.CompositeScore));
    }

    // Half points exist (repaired total 2,588.5): 11.5 is not full, and the next half point fills it.
    [Fact]
    public void Evaluate_HalfPointsThroughARepair_AreNotRounded()
    {
        var decision = Score("2026-03-01",
            Notice("2026-02-01", Heavier), Repair("2026-02-20", 0.5m), Notice("2026-03-01", Heavier));
        Assert.Equal((11.5m, 0, 100m), (decision.Points, decision.Steps, decision.CompositeScore));
    }

    // 2019-08-15: a printing works with 80 points is granted at once on a promise, and breaks it.
    [Fact]
    public void Evaluate_BrokenPromise_TakesSixOffTheCompositeScoreAtOnce()
    {
        var decision = Score("2019-08-15", Breach("2019-08-15"));
        Assert.Equal((94m, 0m, false), (decision.CompositeScore, decision.Points, decision.PersonLinked));
    }

    // Yiwu 2019: 19 breaches, 114 points in all.
    [Fact]
    public void Evaluate_NineteenBreachesOfNineteenSubjects_TakeOneHundredAndFourteen() =>
        Assert.Equal(-114m, Enumerable.Range(1, 19).Sum(at =>
        {
            var breach = Breach("2019-08-15") with { SubjectId = $"S-{at}", Id = $"B-{at}" };
            return s_policy.Evaluate(new CreditHistory($"S-{at}", [breach]), Day("2019-12-31")).CompositeScore - 100;
        }));

    [Theory]
    [InlineData("2027-01-31", 9)]        // the last day within one year
    [InlineData("2027-02-01", 0)]        // the points have expired by themselves
    public void Evaluate_RepairOfTwelve_OnlyWithinOneYear(string repaired, decimal left)
    {
        var decision = Score(repaired, Notice("2026-02-01", Serious), Repair(repaired, 3));
        Assert.Equal(left, decision.Points);
        Assert.Equal(left > 0 ? -3 : 0, decision.Lines.Where(line => line.Kind == LedgerLineKind.Repaired).Sum(line => line.Points));
    }

    // Without a window the limit of the repair itself shows: one year, the last day is in time.
    [Theory]
    [InlineData("2027-02-01", 9)]
    [InlineData("2027-02-02", 12)]
    public void Evaluate_RepairWithoutAWindow_IsLimitedByNotAfter(string repaired, decimal left)
    {
        var policy = Policy(s_text.Replace("kind: rolling, length: P1Y,", "kind: none,"));
        Assert.Equal(left, policy.Evaluate(History(Notice("2026-02-01", Serious), Repair(repaired, 3)), Day(repaired)).Points);
    }

    [Fact]
    public void Evaluate_RepairAfterAStep_KeepsTheStepAndTakesUnusedPointsFirst()
    {
        var decision = Score("2026-03-01", Notice("2026-02-01", Serious, Ordinary), Repair("2026-03-01", 5));
        Assert.Equal((10m, 0m, 1, 98m), (decision.Points, decision.Unused, decision.Steps, decision.CompositeScore));
    }

    [Fact]
    public void Evaluate_EventsAfterTheDay_AreNotKnown() =>
        Assert.Equal(0, Score("2026-01-31", Notice("2026-02-01", Serious)).Points);

    [Fact]
    public void Evaluate_TwentyNinthOfFebruary_ExpiresOnTheTwentyEighth()
    {
        Assert.Equal(1, Score("2025-02-27", Notice("2024-02-29", Slight)).Points);
        Assert.Equal(0, Score("2025-02-28", Notice("2024-02-29", Slight)).Points);
    }

    // Policy is data: no recompilation between the two results.
    [Fact]
    public void Evaluate_FullOfTenInThePack_ChangesTheResult()
    {
        var history = History(Notice("2026-02-01", Heavier, Ordinary, Slight));
        var ten = Policy(s_text.Replace("values: { 2019-01-01: 12 }", "values: { 2019-01-01: 10 }"));
        Assert.Equal(100, s_policy.Evaluate(history, Day("2026-02-01")).CompositeScore);
        Assert.Equal(98, ten.Evaluate(history, Day("2026-02-01")).CompositeScore);
    }

    // The size falls while 11 points stand: they are full on that day.
    [Fact]
    public void Evaluate_ASizeThatFalls_IsTestedOnThatDay()
    {
        var policy = Policy(s_text.Replace("values: { 2019-01-01: 12 }", "values: { 2019-01-01: 12, 2026-04-01: 10 }"));
        var history = History(Notice("2026-02-01", Heavier, Ordinary, Slight));
        Assert.Equal(0, policy.Evaluate(history, Day("2026-03-31")).Steps);
        Assert.Equal((1, 98m), (policy.Evaluate(history, Day("2026-04-01")).Steps, policy.Evaluate(history, Day("2026-04-01")).CompositeScore));
    }

    [Fact]
    public void Evaluate_AnEventOfAnotherSubject_Throws() =>
        Assert.Throws<ArgumentException>(() => s_policy.Evaluate(new CreditHistory("S-2", [Breach("2026-01-01")]), Day("2026-01-01")));

    [Fact]
    public void Evaluate_ARepairFinerThanTheScale_IsAnErrorAndNotRounded() =>
        Assert.Equal("SUP5053", Assert.Throws<RuleEvaluationException>(
            () => Score("2026-02-02", Notice("2026-02-01", Serious), Repair("2026-02-02", 0.25m))).Code);

    [Fact]
    public void Evaluate_Explanation_NamesPolicyLinesAndRow()
    {
        var decision = Score("2026-02-01", Notice("2026-02-01", Serious));
        var text = decision.Explanation.ToString();
        Assert.StartsWith($"Grade A for S-1 as of 2026-02-01: composite score 98, by yiwu-12-point 2026.1 ({decision.Policy.ContentHash[..12]})", text);
        Assert.Contains("  等级, row 1: 综合分.active >= 90 → A", text);
        Assert.Contains("    +12 posted on 2026-02-01 by E-0 F0  [义乌市信用监管实施暂行办法 严重12", text);
        Assert.Contains("    -2 step taken on 2026-02-01, filled by E-0", text);
        Assert.Contains("综合信用分 98", decision.Explanation.In(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));
    }

    private static CreditPolicy Policy(string text) => new(Samples.Registry(text), "yiwu-12-point");

    private static CreditDecision Score(string asOf, params CreditEvent[] events) =>
        s_policy.Evaluate(History(events), Day(asOf));
}
