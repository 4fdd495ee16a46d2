using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Policies;

// Goal: several policies, each with dates and a source of its own, answer one question; a pack says whose answer counts.
public sealed class UsedPolicyTests
{
    private const string Head = """
        version: "1"
        effective: { from: 2020-01-01 }
        source: { title: T }
        numbers: { scale: 0 }
        scales: { 等级: [A, B, C] }

        """;

    private const string Given = $$"""
        policy: given
        {{Head}}
        events: { Fault: { code: text } }
        ledgers: { 分: { post: [ { when: Fault, points: 1 } ], window: { kind: none } } }
        decisions:
          等级: { hit: FIRST, inputs: { 分.active: number }, outputs: { 等级: 等级 }, table: [ { if: ["0"], then: [A] }, { if: ["[1..3]"], then: [B] } ] }
        outputs: { 等级: { kind: grade, of: 等级 } }
        """;

    private const string Using = $$"""
        policy: using
        {{Head}}
        uses: { 他级: { policy: given, decision: 等级, is: 等级 } }
        decisions:
          自级: { hit: FIRST, inputs: { 他级: 等级 }, outputs: { 自级: 等级 }, table: [ { if: [A], then: [B] }, { if: ["-"], then: [C] } ] }
          先: { precedence: first, of: [他级, 自级] }
          定: { value: "\"C\"" }
        outputs: { 自级: { kind: grade, of: 自级 } }
        """;

    private const string Bare = $$"""
        policy: using
        {{Head}}
        uses: { 他级: { policy: given, decision: 等级, is: 等级 } }
        decisions: { 数: { value: 1 } }
        outputs: { 数: { kind: amount, of: 数, unit: point } }
        """;

    private static readonly PolicyEvent s_penalty = new("p", "PenaltyDetermined", Day("2021-03-01"), 0, Fact.Record(
        ("severity", Fact.Of("ordinary")), ("area", Fact.Of("other")), ("measure", Fact.Of("fine"))));

    // Zhejiang's law of 2018 shows it for five years, the market rule of 2021 for three, the national order of 2026 for one.
    [Theory]
    [InlineData("2021-08-31", "公示", "省级规则")]
    [InlineData("2021-09-01", "公示", "总局规则")]
    [InlineData("2024-02-29", "公示", "总局规则")]
    [InlineData("2024-03-01", "不公示", "总局规则")]     // the province would still show it
    [InlineData("2026-04-01", "不公示", "国家规则")]
    public void Precedence_AcrossPolicies_TheFirstInForceAnswers(string asOf, string shown, string by)
    {
        var decision = Shipped("credit-repair").Decide(new SubjectHistory("S", [s_penalty]), Day(asOf));
        Assert.Equal(shown, decision.Result("公示").Value.ToString());
        Assert.Contains($"公示: {shown}, by the first rule that answers, {by}", decision.Explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Decision_ThatUsesOthers_NamesTheirVersionsAndKeepsTheirExplanation()
    {
        var history = new SubjectHistory("S", [s_penalty]);
        var decision = Shipped("credit-repair").Decide(history, Day("2024-03-01"));
        var market = Shipped("credit-repair-market").Decide(history with { Events = [s_penalty with { Fields = Fact.Record(("area", Fact.Of("other")), ("measure", Fact.Of("fine"))) }] }, Day("2024-03-01"));
        Assert.Equal([market.Policy.Id, "credit-repair-zhejiang"], decision.Uses.Select(used => used.Id));
        Assert.Equal(market.Policy, decision.Uses[0]);
        var beneath = decision.Explanation.Because.First(part => part.ToString().StartsWith("总局规则", StringComparison.Ordinal)).Because;
        Assert.Equal(market.Explanation.ToString(), Assert.Single(beneath).ToString());
        Assert.Contains("国家规则: no version of the policy credit-repair-national is in force on 2024-03-01", decision.Explanation.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "B", "A")]
    [InlineData(2, "C", "B")]
    public void Decide_ATableOverAnotherPolicysGrade(int faults, string own, string first)
    {
        var decision = Policy("using", Using, Given).Decide(Faults(faults), Day("2021-01-01"));
        Assert.Equal((own, first), (decision.Result("自级").Value.ToString(), decision.Result("先").Value.ToString()));
    }

    // No row of the other policy fits four faults: nothing that builds on it has an answer, nor does precedence pass the gap by.
    [Fact]
    public void Decide_AGapInTheOtherPolicy_StaysAGap()
    {
        var decision = Policy("using", Using, Given).Decide(Faults(4), Day("2021-01-01"));
        Assert.All(["他级", "自级", "先"], name => Assert.Equal("noRow", decision.Result(name).Value.ToString()));
        Assert.Equal("C", decision.Result("定").Value.ToString());
    }

    [Fact]
    public void Decide_TheOtherPolicyIsNotInForce_PrecedencePassesItByAndNothingElseDoes()
    {
        var later = Given.Replace("from: 2020-01-01", "from: 2022-01-01", StringComparison.Ordinal);
        var other = Using.Replace("of: [他级, 自级]", "of: [他级, 固]", StringComparison.Ordinal)
            .Replace("decisions:", "decisions:\n  固: { hit: FIRST, complete: true, inputs: { 点.active: number }, outputs: { 固: 等级 }, table: [ { if: [\"-\"], then: [C] } ] }", StringComparison.Ordinal)
            .Replace("uses:", "ledgers: { 点: { post: [ { when: CommitmentBreached, points: 1 } ], window: { kind: none } } }\nuses:", StringComparison.Ordinal);
        var decision = Policy("using", other, later).Decide(Faults(0), Day("2021-01-01"));
        Assert.Equal(("noRow", "C"), (decision.Result("自级").Value.ToString(), decision.Result("先").Value.ToString()));
        Assert.Empty(decision.Uses);
    }

    [Fact]
    public void Account_OfAPolicyThatUsesOthers_EqualsTheFoldOfAllEvents()
    {
        var policy = Policy("using", Using, Given);
        var account = policy.Open(new SubjectHistory("S", []), Day("2021-01-01"));
        foreach (var happened in Faults(3).Events)
        {
            account.Post(happened);
        }

        Assert.Equal(policy.Decide(Faults(3), Day("2021-01-01")).ToString(), account.Decide(Day("2021-01-01")).ToString());
    }

    // What was known on the day holds for the other policy too.
    [Fact]
    public void Decide_AsKnownOn_ReachesTheOtherPolicy()
    {
        var late = new SubjectHistory("S", [Fault(1) with { RecordedOn = Day("2020-12-01") }]);
        Assert.Equal("A", Policy("using", Using, Given).Decide(late, Day("2021-01-01"), Day("2020-11-30")).Result("他级").Value.ToString());
        Assert.Equal("B", Policy("using", Using, Given).Decide(late, Day("2021-01-01"), Day("2020-12-01")).Result("他级").Value.ToString());
    }

    // A grade that is held back is the one issued under the other policy, not a result of the same name under this one.
    [Theory]
    [InlineData(null, "A")]
    [InlineData("using", "A")]
    [InlineData("given", "C")]
    public void Decide_EarlierResults_BelongToThePolicyThatIssuedThem(string? issuedBy, string grade)
    {
        var holding = Given.Replace("  等级: { hit", "  表: { hit", StringComparison.Ordinal).Replace("outputs: { 等级: 等级 }, table", "outputs: { 表: 等级 }, table", StringComparison.Ordinal)
            .Replace("outputs: { 等级: {", "  等级: { scale: 等级, stages: [ { table: 表 }, { hold: previous } ] }\noutputs: { 等级: {", StringComparison.Ordinal);
        var history = Faults(0) with { Issued = [new IssuedResult("等级", Day("2020-06-30"), Fact.Of("C")) { Policy = issuedBy }] };
        Assert.Equal(grade, Policy("using", Using, holding).Decide(history, Day("2021-01-01")).Result("他级").Value.ToString());
    }

    [Theory]
    [InlineData("policy: given, decision", "policy: gievn, decision", "SUP5214")]
    [InlineData("decision: 等级, is", "decision: 级, is", "SUP5215")]
    [InlineData("is: 等级", "is: number", "SUP5216")]
    [InlineData("scales: { 等级: [A, B, C] }", "scales: { 等级: [A, C, B] }", "SUP5216")]     // best and worst must not be mixed up
    [InlineData("is: 等级", "is: [A, B, C]", "SUP5216")]                                        // words without an order
    [InlineData("policy: given, decision: 等级, is: 等级", "policy: using, decision: 数, is: number", "SUP5217")]
    public void Registry_AUseThatLeadsNowhere_IsRefusedWithItsPlace(string right, string wrong, string code)
    {
        var error = Assert.Single(Assert.Throws<RulePackException>(() => Policy("using", Bare.Replace(right, wrong, StringComparison.Ordinal), Given)).Errors);
        Assert.Equal((code, "uses.他级", "test.yaml"), (error.Code, error.Path, error.File));
        Assert.True(error.Line > 1);
    }

    [Fact]
    public void Registry_ACircleOfThree_IsShownWhole()
    {
        string Link(string id, string next) => Using.Replace("policy: using", $"policy: {id}", StringComparison.Ordinal)
            .Replace("policy: given, decision: 等级", $"policy: {next}, decision: 自级", StringComparison.Ordinal);
        var error = Assert.Single(Assert.Throws<RulePackException>(() => Policy("a", Link("a", "b"), Link("b", "c"), Link("c", "a"))).Errors);
        Assert.Contains("SUP5217", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("a → b → c → a", error.ToString(), StringComparison.Ordinal);
    }

    // Versions that are never in force together may say what they like.
    [Fact]
    public void Registry_AnOlderVersionOfTheOtherPolicy_NeedNotHaveTheDecision()
    {
        var old = Given.Replace("from: 2020-01-01", "from: 2018-01-01, to: 2020-01-01", StringComparison.Ordinal).Replace("version: \"1\"", "version: \"0\"", StringComparison.Ordinal)
            .Replace("等级: { hit", "旧级: { hit", StringComparison.Ordinal).Replace("outputs: { 等级: 等级 }, t", "outputs: { 旧级: 等级 }, t", StringComparison.Ordinal)
            .Replace("of: 等级", "of: 旧级", StringComparison.Ordinal).Replace("numbers:", "versionBy: occurredOn\nnumbers:", StringComparison.Ordinal);
        var now = Given.Replace("numbers:", "versionBy: occurredOn\nnumbers:", StringComparison.Ordinal);
        Assert.Equal("A", Policy("using", Using, now, old).Decide(Faults(0), Day("2021-01-01")).Result("他级").Value.ToString());
    }

    [Theory]
    [InlineData("Falut", "code", "is of the kind Falut")]
    [InlineData("Fault", "cdoe", "the field cdoe")]
    [InlineData("Fault", null, "the field code is missing")]
    public void Decide_WhatNoneOfThePacksDeclares_IsRefused(string kind, string? field, string message)
    {
        var happened = new PolicyEvent("E", kind, Day("2020-05-01"), 0, field is null ? Fact.Record() : Fact.Record((field, Fact.Of("x"))));
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Policy("using", Using, Given).Decide(new SubjectHistory("S", [happened]), Day("2021-01-01"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decisions:", "examples: [ { name: n, asOf: 2021-01-01, expect: { 自级: B } } ]\ndecisions:", "SUP5009")]                              // says nothing of the other policy
    [InlineData("decisions:", "examples: [ { name: n, asOf: 2021-01-01, uses: { 他级: D }, expect: { 自级: B } } ]\ndecisions:", "SUP5012")]        // no such grade
    [InlineData("decisions:", "decisions:\n  他级: { value: \"\\\"A\\\"\" }", "SUP5007")]                                                            // one name, two meanings
    public void Pack_AUseThatIsNotClear_IsALoadError(string right, string wrong, string code) =>
        Assert.Contains(code, Assert.Throws<RulePackException>(() => Samples.Load(Using.Replace(right, wrong, StringComparison.Ordinal))).Errors.Select(error => error.Code));

    [Fact]
    public void Pack_ForADraw_UsesNothing() => Assert.Equal("SUP5218", Assert.Throws<RulePackException>(
        () => Samples.Load(Samples.Text("draw-ratios") + "\nuses: { x: { policy: p, decision: d, is: number } }\n")).Errors[^1].Code);

    private static SubjectPolicy Shipped(string policy) => new(
        new RulePackRegistry(Directory.GetFiles(Samples.Folder, "credit-repair*.yaml").Select(file => RulePackLoader.LoadForPublication(Path.GetFileName(file), File.ReadAllBytes(file)))), policy);

    private static SubjectPolicy Policy(string id, params string[] packs) => new(new RulePackRegistry(packs.Select(Samples.Load)), id);

    private static SubjectHistory Faults(int count) => new("S", [.. Enumerable.Range(1, count).Select(Fault)]);

    private static PolicyEvent Fault(int number) => new($"E-{number}", "Fault", Day("2020-05-01").AddDays(number), number, Fact.Record(("code", Fact.Of("x"))));
}
