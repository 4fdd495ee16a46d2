using FsCheck;
using FsCheck.Fluent;
using Supervision.Rules.Counterfactuals;
using Supervision.Rules.Facts;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Tests.Counterfactuals;

// Goal: "what would have to be different?" has an answer that the policy itself confirms, and nothing smaller would do.
public sealed class CounterfactualTests
{
    private static readonly DateOnly s_day = new(2026, 2, 1);
    private static readonly string[] s_severities = ["slight", "heavier", "serious"];
    private static readonly SubjectPolicy s_policy = new(Samples.Registry(Samples.Text("yiwu-12-point")), "yiwu-12-point");

    [Fact]
    public void Find_Withdrawals_AreExactlyTheSmallestSetsThatTryingEverySetFinds() =>
        Prop.ForAll(
            Gen.Elements(s_severities).ListOf().Where(list => list.Count is > 0 and <= 6).ToArbitrary(),
            Gen.Elements("A", "B", "C", "D").ToArbitrary(),
            (severities, wanted) =>
            {
                var answer = new CounterfactualSearch(s_policy, new CounterfactualLimits { MostChanges = 6, MostDays = 0, MostFound = 1_000 })
                    .Find(History(severities), s_day, wanted, ChangeKind.Withdrawal);

                // Every choice of faults that fall away, the program's own way of applying it not used.
                var sets = Enumerable.Range(0, 1 << severities.Count)
                    .Where(set => Grade([.. severities.Where((_, at) => (set >> at & 1) == 0)]) == wanted)
                    .Select(set => severities.Where((_, at) => (set >> at & 1) == 1).Order(StringComparer.Ordinal).ToArray())
                    .ToList();
                Assert.True(answer.IsExhaustive);
                if (sets.Count == 0 || sets.Exists(set => set.Length == 0))
                {
                    Assert.Empty(answer.Found);
                    Assert.Equal(sets.Count > 0, answer.IsAlready);
                    return;
                }

                var least = sets.Min(set => set.Length);
                Assert.All(answer.Found, found => Assert.Equal(least, found.Changes.Count));
                Assert.All(answer.Found, found => Assert.Equal(wanted, found.Decision.Result(answer.Result).Value.ToString()));
                Assert.Equal(
                    sets.Where(set => set.Length == least).Select(set => string.Join(' ', set)).ToHashSet(),
                    answer.Found.Select(found => string.Join(
                        ' ', found.Changes.Select(change => severities[int.Parse(change.Code![1..])]).Order(StringComparer.Ordinal))).ToHashSet());
            }).QuickCheckThrowOnFailure();

    // In the Yiwu measure a repair never gives a step back, so here the grade looks at the points: 96 of them, and one repair of 12 is enough.
    [Fact]
    public void Find_Repair_GivesBackWhatTheLedgerSaysAndNoMore()
    {
        var text = Samples.Text("yiwu-12-point").Replace("inputs: { 综合分.active: number }", "inputs: { 监管积分.active: number }", StringComparison.Ordinal);
        text = text[..text.IndexOf("\nexamples:", StringComparison.Ordinal)] + "\n";
        var policy = new SubjectPolicy(Samples.Registry(text), "yiwu-12-point");
        var history = History([.. Enumerable.Repeat("serious", 8)]);
        Assert.Equal("A", policy.Decide(history, s_day).Result("等级").Value.ToString());
        var answer = new CounterfactualSearch(policy).Find(history, s_day, "B", ChangeKind.Repair);
        Assert.Equal(8, answer.Candidates);
        var change = Assert.Single(Assert.Single(answer.Found).Changes);
        Assert.Equal((12m, 12m), (change.Points, change.Gives.Sum(give => give.Points)));
        Assert.Contains("修复", answer.Explanation.In(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);

        // As the Yiwu measure stands, no repair helps, and the answer says so.
        var none = new CounterfactualSearch(s_policy).Find(History([.. Enumerable.Repeat("serious", 6)]), s_day, "A", ChangeKind.Repair);
        Assert.Empty(none.Found);
        Assert.True(none.IsExhaustive);
    }

    [Fact]
    public void Find_StoppedByALimit_SaysSo()
    {
        var limits = new CounterfactualLimits { MostDecisions = 1, MostDays = 0 };
        var answer = new CounterfactualSearch(s_policy, limits).Find(History(["serious", "heavier", "slight"]), s_day, "D", ChangeKind.Withdrawal);
        Assert.False(answer.IsExhaustive);
        Assert.True(answer.TriedUpTo < answer.Candidates);
        Assert.Contains("stopped after", answer.Explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_AResultThatThePackHasNot_Throws() => Assert.Throws<ArgumentException>(() =>
        new CounterfactualSearch(s_policy).Find(History(["slight"]), s_day, "A", ChangeKind.Repair, "no such result"));

    private static string Grade(string[] severities) => s_policy.Decide(History(severities), s_day).Result("等级").Value.ToString();

    private static SubjectHistory History(IReadOnlyList<string> severities) => new("S",
        severities.Count == 0
            ? []
            : [new PolicyEvent("N", "PointNoticeServed", s_day, 1, Fact.Record(("faults", Fact.List(
                [.. severities.Select((severity, at) => Fact.Record(("code", Fact.Of($"f{at}")), ("severity", Fact.Of(severity))))]))))]);
}
