using System.Globalization;
using Supervision.Rules.Facts;
using Supervision.Rules.Policies;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Policies;

/// <summary>From numbers to a grade, stage by stage, on a scale that is a type of its own.</summary>
public sealed class StageTests
{
    private const string Pack = """
        policy: p
        version: "1"
        effective: { from: 2024-01-01 }
        source: { title: T }
        scales: { one: { order: [A, B, C], outside: [none] }, other: [A, B, C] }
        subject: { score: number, young: boolean, review: boolean, listed: boolean }
        decisions:
          band: { hit: FIRST, complete: true, inputs: { subject.score: number }, outputs: { band: one }, table: [ { if: [">= 80"], then: [A] }, { if: [">= 60"], then: [B] }, { if: ["-"], then: [C] } ] }
          grade:
            scale: one
            stages:
              - { name: score, table: band }
              - { name: young, when: subject.young, atMost: B }
              - { name: listed, when: subject.listed, set: C, final: true }
              - { name: review, when: subject.review, hold: previous }
        outputs: { grade: { kind: grade, of: grade } }
        """;

    private static readonly SubjectPolicy s_policy = new(Samples.Registry(Pack), "p");

    [Theory]
    [InlineData(90, false, false, false, "A", "-")]
    [InlineData(90, true, false, false, "B", "-")]
    [InlineData(70, true, false, false, "B", "-")]
    [InlineData(50, true, false, false, "C", "-")]
    [InlineData(50, false, true, false, "A", "C")]
    [InlineData(90, false, true, false, "A", "-")]
    [InlineData(90, false, true, true, "C", "-")]
    public void Decide_Stages_RunFromTheTop(int score, bool young, bool review, bool listed, string grade, string pending)
    {
        var result = Decide(score, young, review, listed).Result("grade");
        Assert.Equal((grade, pending), (result.Value.ToString(), result.Pending.ToString()));
    }

    [Fact]
    public void Explanation_OfAGrade_NamesEachStageAndForEachOtherRowTheFirstCellThatFailed()
    {
        var text = Decide(70, true, false, false).Explanation.In(CultureInfo.GetCultureInfo("en"));
        Assert.Contains("band, row 2: subject.score >= 60 → B", text);
        Assert.Contains("row 1 does not apply: subject.score should be >= 80, is 70", text);
        Assert.Contains("row 3 applies too, and yields to row 2", text);
        Assert.Contains("stage young (atMost B) leaves B", text);
        Assert.Contains("stage listed does not apply: subject.listed", text);
    }

    [Theory]
    [InlineData("outputs: { band: one }, table", "outputs: { band: other }, table", "SUP5209")]
    [InlineData("set: C", "set: D", "SUP5012")]
    [InlineData("atMost: B", "atMost: none", "SUP5012")]
    [InlineData("when: subject.young", "when: subject.yong", "SUP5112")]
    [InlineData("when: subject.young", "when: 'subject.score = \"x\"'", "SUP5110")]
    public void Load_AStageThatCannotBe_IsRefused(string old, string wrong, string code)
    {
        Assert.Contains(old, Pack);
        var refused = Assert.Throws<Supervision.Rules.Packs.RulePackException>(() => Samples.Load(Pack.Replace(old, wrong)));
        Assert.Contains(code, refused.Errors.Select(error => error.Code));
    }

    [Fact]
    public void Decide_AMisspeltKindOrField_Throws()
    {
        var history = new SubjectHistory("S", [new PolicyEvent("E", "RepairAproved", Day("2024-02-01"), 1, Fact.Record())]);
        Assert.Throws<ArgumentException>(() => s_policy.Decide(history, Day("2024-03-01")));
        history = history with { Events = [new PolicyEvent("E", "RepairApproved", Day("2024-02-01"), 1, Fact.Record(("point", Fact.Of(1))))] };
        Assert.Throws<ArgumentException>(() => s_policy.Decide(history, Day("2024-03-01")));
    }

    private static PolicyDecision Decide(int score, bool young, bool review, bool listed) => s_policy.Decide(
        new SubjectHistory("S", [])
        {
            Attributes =
            [
                new("score", Day("2024-01-01"), Fact.Of(score)), new("young", Day("2024-01-01"), Fact.Of(young)),
                new("review", Day("2024-01-01"), Fact.Of(review)), new("listed", Day("2024-01-01"), Fact.Of(listed)),
            ],
            Issued = [new("grade", Day("2024-01-31"), Fact.Of("A"))],
        },
        Day("2024-03-01"));
}
