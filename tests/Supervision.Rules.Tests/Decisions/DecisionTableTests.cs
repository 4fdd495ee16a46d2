using FsCheck;
using FsCheck.Fluent;
using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Risk;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Decisions;

public sealed class DecisionTableTests
{
    [Theory]
    [InlineData("-", 3, true)]
    [InlineData("3", 3, true)]
    [InlineData("3", 4, false)]
    [InlineData("< 3", 3, false)]
    [InlineData("<= 3", 3, true)]
    [InlineData("> 3", 3, false)]
    [InlineData(">=3", 3, true)]
    [InlineData("[3..5)", 3, true)]
    [InlineData("[3..5)", 5, false)]
    [InlineData("(3..5]", 3, false)]
    [InlineData("]3..5]", 3, false)]
    [InlineData("[3..5[", 5, false)]
    [InlineData("(3..5]", 5, true)]
    [InlineData("1, 3, > 9", 3, true)]
    [InlineData("1, 3, > 9", 10, true)]
    [InlineData("1, 3, > 9", 9, false)]
    public void Decide_ANumberCell_PassesAsDmnSays(string test, int clean, bool passes) =>
        Assert.Equal(passes ? CreditRiskClass.B : CreditRiskClass.D, Assess($"[\"{test}\", \"-\", false]", clean, CreditRiskClass.A, false));

    [Theory]
    [InlineData("A", CreditRiskClass.A, true)]
    [InlineData("'\"A\"'", CreditRiskClass.A, true)]
    [InlineData("\"B, A\"", CreditRiskClass.A, true)]
    [InlineData("\"B, C\"", CreditRiskClass.A, false)]
    public void Decide_AWordCell_PassesAsDmnSays(string test, CreditRiskClass current, bool passes) =>
        Assert.Equal(passes ? CreditRiskClass.B : CreditRiskClass.D, Assess($"[\"-\", {test}, \"-\"]", 0, current, false));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Decide_ABooleanCell_PassesAsDmnSays(bool breach, bool passes) =>
        Assert.Equal(passes ? CreditRiskClass.B : CreditRiskClass.D, Assess("[\"-\", \"-\", true]", 0, CreditRiskClass.A, breach));

    // An empty result is never taken for an answer.
    [Fact]
    public void Decide_NoRow_IsAnErrorWithTheCase()
    {
        var policy = Policy(Pack("[\"> 3\", A, true]").Replace(", { if: [\"-\", \"-\", \"-\"], then: [D] }", ""));
        var error = Assert.Throws<RuleEvaluationException>(() => policy.Assess(Input(3, CreditRiskClass.A, true), Day("2026-01-01")));
        Assert.Equal("SUP5050", error.Code);
        Assert.Contains("no row of \"class\" matches clean = 3, current = A, breach = true", error.Message);
    }

    // Two intervals meet when some number lies in both: checked against trying numbers on a fine grid.
    [Fact]
    public void Load_Unique_FindsExactlyTheOverlaps()
    {
        var interval = from low in Gen.Choose(0, 4)
                       from length in Gen.Choose(0, 3)
                       from open in Gen.Elements('[', '(')
                       from close in Gen.Elements(']', ')')
                       select (Low: low, High: low + length, Open: open, Close: close);
        Prop.ForAll(interval.Zip(interval).ToArbitrary(), pair =>
        {
            var (left, right) = pair;
            var meet = Enumerable.Range(0, 36).Select(quarter => quarter / 4m).Any(number => In(left, number) && In(right, number));
            var text = Pack($"[\"{Write(left)}\", \"-\", \"-\"]").Replace("hit: FIRST", "hit: UNIQUE")
                .Replace("{ if: [\"-\", \"-\"", $"{{ if: [\"{Write(right)}\", \"-\"");
            var errors = Record.Exception(() => Samples.Load(text)) as Supervision.Rules.Packs.RulePackException;
            Assert.Equal(meet, errors?.Errors.Any(error => error.Code == "SUP5027") ?? false);
        }).QuickCheckThrowOnFailure();
    }

    private static bool In((int Low, int High, char Open, char Close) range, decimal number) =>
        (number > range.Low || (range.Open == '[' && number == range.Low))
        && (number < range.High || (range.Close == ']' && number == range.High));

    private static string Write((int Low, int High, char Open, char Close) range) =>
        $"{range.Open}{range.Low}..{range.High}{range.Close}";

    private static CreditRiskClass Assess(string row, int clean, CreditRiskClass current, bool breach) =>
        Policy(Pack(row)).Assess(Input(clean, current, breach), Day("2026-01-01")).Class;

    private static RiskInput Input(int clean, CreditRiskClass current, bool breach) =>
        new("S-1", current, CompositeCreditGrade.A, 0, 0, breach, clean);

    private static RiskPolicy Policy(string text) => new(Samples.Registry(text), "p");

    private static string Pack(string row) => $$"""
        policy: p
        version: "1"
        effective: { from: 2026-01-01 }
        source: { title: T }
        parameters: { weight: { 2026-01-01: { A: 1, B: 2, C: 3, D: 4 } } }
        decisions:
          class:
            hit: FIRST
            inputs: { clean: number, current: [A, B, C], breach: boolean }
            outputs: { class: [A, B, C, D] }
            table: [ { if: {{row}}, then: [B] }, { if: ["-", "-", "-"], then: [D] } ]
        risk: { class: class, weight: weight }
        """;
}
