using System.Globalization;
using System.Text;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Tests.Packs;

/// <summary>Expressions of a pack are FEEL in strict mode, with what a pack demands besides.</summary>
public sealed class PackExpressionTests
{
    private static readonly DateOnly s_day = new(2026, 3, 1);

    [Theory]
    [InlineData("count(event.faults[severity = \"serious\"])", "1")]
    [InlineData("sum(for fault in event.faults return 点值(fault.code, fault.severity))", "15")]
    [InlineData("if some fault in event.faults satisfies fault.severity = \"serious\" then 5 else 1", "5")]
    [InlineData("round half up(count(event.faults) / 3, 1)", "0.7")]
    [InlineData("if event.amount = null then 3 else 4", "3")]
    [InlineData("if (event.code in (\"a\", \"b\")) then 2 else 1", "2")]
    [InlineData("if (event.on + 有效期).year = 2027 then 1 else 2", "1")]
    [InlineData("倍数(min(count(event.faults), 1)) * -2", "-2.5")]
    [InlineData("{ half: 点值(\"a\", event.kind) / 2, all: round up(half, 0) }.all", "0", "SUP5211")]
    [InlineData("{ half: 点值(\"a\", event.kind) * 0.5, all: round up(half, 0) }.all", "2")]
    [InlineData("get value(event, \"code\")", "0", "SUP5250")]
    public void Points_AnyExpressionOfTheLanguage_AreItsValue(string expression, string wanted, string? refused = null)
    {
        var error = Record.Exception(() => Assert.Equal(decimal.Parse(wanted, CultureInfo.InvariantCulture), Points(expression)));
        Assert.Equal(refused, error switch
        {
            null => null,
            RuleEvaluationException at => at.Code,
            RulePackException pack => Assert.Single(pack.Errors).Code,
            _ => error.ToString(),
        });
    }

    [Theory]
    [InlineData("event.amount * 2", "SUP5251", "")]
    [InlineData("if event.amount = 3 then 1 else 2", "SUP5251", "")]
    [InlineData("点值(event.faults[9].code, event.kind)", "SUP5123", "p.yaml(12,27): ledgers.x.post[0].points")]
    [InlineData("round up(1 / (count(event.faults) - 2), 0)", "SUP5121", "p.yaml(12,23): ledgers.x.post[0].points")]
    [InlineData("number(event.code)", "SUP5124", "p.yaml(12,12): ledgers.x.post[0].points")]
    [InlineData("sum(for i in 1..1000, j in 1..1000 return i)", "SUP5125", "p.yaml(12,16): ledgers.x.post[0].points")]
    [InlineData("{ f: function(n: number) f(n + 1), r: f(1) }.r", "SUP5126", "p.yaml(12,38): ledgers.x.post[0].points")]
    public void Points_WithoutAnAnswer_AreAnErrorWithItsPlace(string expression, string code, string place)
    {
        var error = Assert.Throws<RuleEvaluationException>(() => Points(expression));
        Assert.Equal((code, place), (error.Code, error.Place));
    }

    // An overflow is an error of the policy, in an expression and in a sum of a ledger.
    [Fact]
    public void Decide_NumbersTooLarge_AreAnErrorOfThePolicy()
    {
        Assert.Equal("SUP5122", Assert.Throws<RuleEvaluationException>(() => Points("7000000000000000000000000000 * 12")).Code);
        var once = History("slight").Events[0];
        var twice = new SubjectHistory("s", [once, once with { Id = "f", Sequence = 2 }]);
        Assert.Equal("SUP5250", Assert.Throws<RuleEvaluationException>(() =>
            Policy("7000000000000000000000000000 * 10", "kind: none").Decide(twice, s_day)).Code);
    }

    [Fact]
    public void Lasts_AnExpressionOfADuration_IsALife()
    {
        var policy = Policy("1", "kind: entry", ", lasts: \"if event.kind = \\\"slight\\\" then @\\\"P30D\\\" else 有效期\"");
        Assert.Equal(1, policy.Decide(History("slight"), s_day.AddDays(29)).Ledgers[0].Active);
        Assert.Equal(0, policy.Decide(History("slight"), s_day.AddDays(30)).Ledgers[0].Active);
        Assert.Equal(1, policy.Decide(History("serious"), s_day.AddDays(364)).Ledgers[0].Active);
        Assert.Equal(0, policy.Decide(History("serious"), s_day.AddDays(365)).Ledgers[0].Active);
    }

    private static decimal Points(string expression) =>
        Policy(expression, "kind: none").Decide(History("slight"), s_day).Ledgers[0].Active;

    private static SubjectHistory History(string kind) => new("s", [new PolicyEvent("e", "Found", s_day, 1, Fact.Record(
        ("code", Fact.Of("a")), ("kind", Fact.Of(kind)), ("faults", Fact.List(
            Fact.Record(("code", Fact.Of("a")), ("severity", Fact.Of("slight"))),
            Fact.Record(("code", Fact.Of("b")), ("severity", Fact.Of("serious")))))))]);

    private static SubjectPolicy Policy(string expression, string window, string lasts = "") => new(new RulePackRegistry([RulePackLoader.Load("p.yaml", Encoding.UTF8.GetBytes($$"""
        policy: p
        version: "1"
        effective: { from: 2020-01-01 }
        source: { title: T }
        events: { Found: { code: text, kind: [slight, serious], "amount?": number, faults: { each: { code: text, severity: [slight, serious] } } } }
        parameters:
          点值: { 2020-01-01: { a: { slight: 3, serious: 6 }, b: { slight: 4, serious: 12 } } }
          倍数: { 2020-01-01: [1, 1.25, 1.5] }
          有效期: { 2020-01-01: P1Y }
        ledgers: { x: { window: { {{window}} }, post: [ { when: Found{{lasts}},
          # the expression stands on a line of its own
          points: {{Quoted(expression)}} } ] } }
        outputs: { n: { kind: amount, of: x.active, unit: point } }
        """))]), "p");

    private static string Quoted(string expression) => $"'{expression.Replace("'", "''", StringComparison.Ordinal)}'";
}
