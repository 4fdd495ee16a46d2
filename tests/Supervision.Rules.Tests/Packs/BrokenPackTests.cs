using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Tests.Packs;

/// <summary>Each error of an author is reported where it stands, with its code.</summary>
public sealed class BrokenPackTests
{
    /// <summary>A small pack that is right; line 1 is "policy".</summary>
    internal const string Right = """
        policy: p
        version: "1"
        effective: { from: 2026-01-01 }
        source: { title: T }
        numbers: { scale: 1 }
        parameters:
          full: { 2026-01-01: 12 }
          worth: { 2026-01-01: { slight: 1, ordinary: 3, heavier: 6, serious: 12 } }
        ledgers:
          points:
            post: [ { when: PointNoticeServed, each: event.faults, points: "worth(item.severity)" } ]
            window: { kind: rolling, length: P1Y }
            full: { size: full, inclusive: true, mode: ratchet, remainder: carry, lasts: P1Y, effect: { on: score, points: -2 } }
          score: { start: 100 }
        decisions:
          grade:
            hit: UNIQUE
            inputs: { score.active: number }
            outputs: { grade: [A, B, C, D] }
            table:
              - { if: [">= 80"], then: [A] }
              - { if: ["< 80"], then: [D] }
          link: { hit: FIRST, inputs: { points.steps: number }, outputs: { link: boolean }, table: [ { if: ["-"], then: [false] } ] }
        credit: { points: points, composite: score, grade: grade, personLink: link }
        examples:
          - { name: e, asOf: 2026-01-01, expect: { score: 100 } }
        """;

    [Fact]
    public void Load_TheRightPack_HasNoErrors() => Samples.Load(Right);

    // old text, wrong text, code, the text at whose start the error must be reported, path
    public static TheoryData<string, string, string, string, string> Broken => new()
    {
        { "policy: p", "policy: [p", "SUP5001", "[p", "" },
        { "policy: p", "policy: p\0", "SUP5001", "\0", "" },
        { "policy: p", "policy: \"p", "SUP5001", "\"p", "" },
        { "policy: p", "policy: &x p", "SUP5005", "&x p", "policy" },
        { "policy: p", "policy: *x", "SUP5005", "*x", "policy" },
        { "policy: p", "policy: !!str p", "SUP5006", "!!str", "policy" },
        { "policy: p", "policy: p\npolicy: q", "SUP5007", "policy: q", "" },
        { "[A, B, C, D]", "[A, B, C, D, \"A\"]", "SUP5007", "\"A\"]", "decisions.grade.outputs.grade[4]" },
        { "parameters:\n", "scales: { s: { order: [x, y], outside: [z, \"y\"] } }\nparameters:\n", "SUP5007", "\"y\"", "scales.s.outside[1]" },
        { "parameters:\n", "events: { E: { f: [x, \"x\"] } }\nparameters:\n", "SUP5007", "\"x\"", "events.E.f[1]" },
        { "policy: p", "policy: p\npolcy: q", "SUP5008", "polcy", "" },
        { "{ title: T }", "{ title: T, titel: U }", "SUP5008", "titel", "source" },
        { "{ title: T }", "{ article: T }", "SUP5009", "{ article", "source" },
        { "inclusive: true, ", "", "SUP5009", "{ size", "ledgers.points.full" },
        { "remainder: carry, ", "", "SUP5009", "{ size", "ledgers.points.full" },
        { "    window: { kind: rolling, length: P1Y }\n", "", "SUP5009", "post: [", "ledgers.points" },
        { "version: \"1\"", "version: 1", "SUP5010", "1\neffective", "version" },
        { "policy: p", "policy: null", "SUP5010", "null", "policy" },
        { "full: { 2026-01-01: 12 }", "full: { 2026-01-01: \"12\" }", "SUP5010", "\"12\"", "parameters.full.2026-01-01" },
        { "full: { 2026-01-01: 12 }", "full: { 2026-01-01: 1.2e1 }", "SUP5010", "1.2e1", "parameters.full.2026-01-01" },
        { "full: { 2026-01-01: 12 }", "full: { 2026-01-01: .inf }", "SUP5010", ".inf", "parameters.full.2026-01-01" },
        { "full: { 2026-01-01: 12 }", "full: { 2026-01-01: 012 }", "SUP5010", "012", "parameters.full.2026-01-01" },
        { "full: { 2026-01-01: 12 }", "full: 12", "SUP5010", "12\n", "parameters.full" },
        { "full: { 2026-01-01: 12 }", "full: {}", "SUP5010", "{}", "parameters.full" },
        { "full: { 2026-01-01: 12 }", "full: { 2026-01-01: 12.25 }", "SUP5011", "12.25", "parameters.full.2026-01-01" },
        { "start: 100", "start: 12345678901234567890123456789", "SUP5122", "123456", "ledgers.score.start" },
        { "mode: ratchet", "mode: racket", "SUP5012", "racket", "ledgers.points.full.mode" },
        { "remainder: carry", "remainder: lose", "SUP5012", "lose", "ledgers.points.full.remainder" },
        { "remainder: carry", "remainder: drop", "SUP5208", "post: [", "ledgers.points" },
        { "points: \"worth(item.severity)\"", "points: \"worth(item.severty)\"", "SUP5112", "severty", "ledgers.points.post[0].points" },
        { "points: \"worth(item.severity)\"", "points: \"worth(item.severity) +\"", "SUP5100", "\" } ]", "ledgers.points.post[0].points" },
        { "each: event.faults, ", "each: event.faults, if: \"item.severity = 'x\", ", "SUP5100", "'x", "ledgers.points.post[0].if" },
        { "each: event.faults, ", "each: event.faults, if: 'item.severity = \"grave\"', ", "SUP5012", "\"grave", "ledgers.points.post[0].if" },
        { "worth(item.severity)", "worth[item.severity]", "SUP5115", "[item", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "worth(item.severity, item.code)", "SUP5021", "\"worth(", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "worth(item.severity) / 3", "SUP5211", "/ 3", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "mean([worth(item.severity), 2])", "SUP5211", "\"mean", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "if item.code in [1..2] and true then 1 else 2", "SUP5111", "[1..2]", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "if today() > event.on then 1 else 2", "SUP5212", "today()", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "{ f: function(x) x / 3, r: f(1) }.r", "SUP5211", "/ 3", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "{ f: function(x) worth, r: f(1) }.r", "SUP5210", "worth, r", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "0.00001", "SUP5011", "\"0.00001", "ledgers.points.post[0].points" },
        { "worth(item.severity)", "item.code", "SUP5010", "\"item.code", "ledgers.points.post[0].points" },
        { "each: event.faults, ", "each: event.faults, if: item.severity < 'x', ", "SUP5100", "'x", "ledgers.points.post[0].if" },
        { "each: event.faults, ", "each: event.faults, if: 'item.severity < \"serious\"', ", "SUP5110", "< \"serious", "ledgers.points.post[0].if" },
        { "each: event.faults, ", "each: event.faults, if: 'item.severity in (\"slight\", \"grave\")', ", "SUP5012", "\"grave", "ledgers.points.post[0].if" },
        { "each: event.faults, ", "each: event.faults, lasts: P1Y, ", "SUP5206", "{ when: PointNotice", "ledgers.points.post[0]" },
        { "each: event.faults, ", "each: event.faults, unless: posted(\"other\"), ", "SUP5203", "posted(", "ledgers.points.post[0].unless" },
        { "on: score", "on: scores", "SUP5012", "scores", "ledgers.points.full.effect.on" },
        { "then: [D] }", "then: [E] }", "SUP5012", "E] }", "decisions.grade.table[1].then[0]" },
        { "when: PointNoticeServed", "when: PointNotice", "SUP5012", "PointNotice", "ledgers.points.post[0].when" },
        { "from: 2026-01-01", "from: 2026-02-29", "SUP5013", "2026-02-29", "effective.from" },
        { "full: { 2026-01-01: 12 }", "full: { 2026: 12 }", "SUP5013", "2026: 12", "parameters.full" },
        { "length: P1Y", "length: 1 year", "SUP5014", "1 year", "ledgers.points.window.length" },
        { "length: P1Y", "length: P0D", "SUP5014", "P0D", "ledgers.points.window.length" },
        { "from: 2026-01-01 }", "from: 2026-01-01, to: 2026-01-01 }", "SUP5015", "{ from", "effective" },
        { "size: full", "size: fuel", "SUP5101", "fuel", "ledgers.points.full.size" },
        { "score.active: number", "score.activ: number", "SUP5020", "score.activ:", "decisions.grade.inputs" },
        { "grade: grade", "grade: grades", "SUP5020", "grades", "credit.grade" },
        { "heavier: 6, ", "", "SUP5021", "\"worth(", "ledgers.points.post[0].points" },
        { "size: full", "size: worth", "SUP5210", "worth, inclusive", "ledgers.points.full.size" },
        { "each: event.faults, ", "", "SUP5022", "\"worth(", "ledgers.points.post[0].points" },
        { "slight: 1", "slight: -1", "SUP5023", "{ when: PointNotice", "ledgers.points.post[0]" },
        { "full: { 2026-01-01: 12 }", "full: { 2026-01-01: 0 }", "SUP5024", "full, inclusive", "ledgers.points.full.size" },
        { "\">= 80\"", "\">= eighty\"", "SUP5101", "eighty", "decisions.grade.table[0].if[0]" },
        { "\">= 80\"", "\"90, => 80\"", "SUP5100", "> 80", "decisions.grade.table[0].if[0]" },
        { "\">= 80\"", "\"90, [90..80]\"", "SUP5025", "[90..80", "decisions.grade.table[0].if[0]" },
        { "\">= 80\"", "\"[80..9o]\"", "SUP5100", "o]", "decisions.grade.table[0].if[0]" },
        { "[\">= 80\"]", "[\">= 80\", \"-\"]", "SUP5026", "[\">= 80", "decisions.grade.table[0].if" },
        { "\"< 80\"", "\"<= 80\"", "SUP5027", "- { if", "decisions.grade.table" },
        { "on: score", "on: points", "SUP5023", "{ size", "ledgers.points.full" },
        { "on: score, points: -2", "on: points, points: 2", "SUP5028", "points:\n", "ledgers" },
        { "credit: ", "draw: ", "SUP5009", "{ points: points", "draw" },
        { "personLink: link", "personLink: grade", "SUP5010", "grade }\nexamples", "credit.personLink" },
        { "credit: { points: points, composite: score, grade: grade, personLink: link }\n", "", "SUP5031", "policy", "" },
        { "name: e, asOf: 2026-01-01, ", "name: e, ", "SUP5009", "{ name: e", "examples[0]" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Load_ABrokenPack_NamesCodeLineColumnAndPath(string old, string wrong, string code, string at, string path)
    {
        Assert.Contains(old, Right);
        var text = Right.Replace(old, wrong);
        var before = text[..text.IndexOf(at, StringComparison.Ordinal)];
        var (line, column) = (before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'));

        var errors = Assert.Throws<RulePackException>(() => Samples.Load(text)).Errors;

        Assert.Contains((code, line, column, path), errors.Select(error => (error.Code, error.Line, error.Column, error.Path)));
        Assert.All(errors, error => Assert.Equal("test.yaml", error.File));
    }

    [Fact]
    public void Load_SeveralErrors_AreReportedTogetherInTheOrderOfTheFile()
    {
        var errors = Assert.Throws<RulePackException>(() => Samples.Load(Right
            .Replace("policy: p", "policy: 1").Replace("mode: ratchet", "mode: x").Replace("start: 100", "strat: 100"))).Errors;
        Assert.Equal([("SUP5010", 1), ("SUP5012", 13), ("SUP5008", 14)], errors.Select(error => (error.Code, error.Line)));
    }

    [Fact]
    public void Load_AnError_ReadsLikeACompilerError() => Assert.Equal(
        "test.yaml(14,12): SUP5008: ledgers.score: Unknown key \"strat\". Allowed here: start, post, full, repair, reverse, clamp, holder, ties, note.",
        Assert.Throws<RulePackException>(() => Samples.Load(Right.Replace("start: 100", "strat: 100"))).Message);

    [Fact]
    public void Load_MoreThanAMebibyte_IsRefusedUnread() =>
        AssertCode("SUP5002", Right + "\n" + new string('#', 1 << 20));

    [Fact]
    public void Load_TwoDocuments_AreRefused() => AssertCode("SUP5003", Right + "\n---\n" + Right);

    [Fact]
    public void Load_NestedTooDeep_IsRefused() =>
        AssertCode("SUP5004", "policy: " + new string('[', 70) + new string(']', 70));

    [Fact]
    public void Load_NotUtf8_IsRefused() => Assert.Equal("SUP5001", Assert.Single(
        Assert.Throws<RulePackException>(() => RulePackLoader.Load("x", new byte[] { 0x70, 0xff })).Errors).Code);

    [Fact]
    public void Load_Json_IsYaml() => Assert.Equal("p", Samples.Load("""
        { "policy": "p", "version": "1", "effective": { "from": "2026-01-01" }, "source": { "title": "T" },
          "parameters": { "r": { "2026-01-01": { "A": 0, "B": 1, "C": 2, "D": 3 } }, "w": { "2026-01-01": { "A": 1, "B": 1, "C": 2, "D": 3 } },
                          "n": { "2026-01-01": 1 } },
          "draw": { "ratio": "r", "weight": "w", "minPerCell": "n", "coolDownDays": "n" } }
        """).Reference.Id);

    // Whatever the bytes, the answer is a pack or an error with a code: never another exception, never a hang.
    [Fact]
    public void Load_DamagedBytes_GiveAPackOrARulePackException() => Prop.ForAll(
        Gen.Choose(0, Right.Length - 1).Zip(Gen.Choose(0, 8)).Zip(Gen.Elements("[{}]:-&*!|>'\"%@`#,? \n\t\0é".ToCharArray())).ToArbitrary(),
        damage =>
        {
            var ((at, cut), put) = damage;
            var text = Right[..at] + put + Right[Math.Min(at + cut, Right.Length)..];
            try
            {
                RulePackLoader.Load("x", Encoding.UTF8.GetBytes(text));
            }
            catch (RulePackException refused)
            {
                Assert.NotEmpty(refused.Errors);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static void AssertCode(string code, string text) => Assert.Contains(
        code, Assert.Throws<RulePackException>(() => Samples.Load(text)).Errors.Select(error => error.Code));
}
