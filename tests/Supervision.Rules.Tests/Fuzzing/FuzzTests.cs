using System.Globalization;
using System.Text;
using Supervision.Rules.Dmn;
using Supervision.Rules.Facts;
using Supervision.Rules.Feel;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using Supervision.Tests;

namespace Supervision.Rules.Tests.Fuzzing;

/// <summary>
/// Nothing that is read can crash, hang or fill the memory: an input ends in a value or in an error of its own kind. Seeds are fixed. A short run
/// here; SUPERVISION_FUZZ=10000000 makes it that many expressions, half as many cells, and fewer models and packs. Memory is bounded for each input;
/// one that is not done after a minute ends the process with its seed.
/// </summary>
public sealed class FuzzTests
{
    private const int Short = 20_000;

    // An evaluation of at most 5,000 steps has no business with more.
    private const long MostBytes = 64_000_000;

    private static readonly FeelLimits s_limits = new() { Steps = 5_000 };

    private static readonly FeelScope s_scope = new(
        new("重点项", FeelType.Number), new("处罚 次数", FeelType.Number), new("a-b", FeelType.Any), new("列表", FeelType.ListOf(FeelType.Any)),
        new("企业", FeelType.Any), new("日期", FeelType.Date));

    private static readonly Dictionary<string, FeelValue> s_values = new(StringComparer.Ordinal)
    {
        ["重点项"] = FeelValue.Of(3m),
        ["处罚 次数"] = FeelValue.Of(0.5m),
        ["a-b"] = FeelValue.Of("a"),
        ["列表"] = FeelValue.ListOf(FeelValue.Of(1m), FeelValue.Of("b"), FeelValue.Null, FeelValue.ListOf(FeelValue.Of(2m))),
        ["企业"] = FeelValue.ContextOf(new("甲", FeelValue.Of(1m)), new KeyValuePair<string, FeelValue>("b c", FeelValue.Of(true))),
        ["日期"] = FeelValue.Of(new DateOnly(2024, 2, 29)),
    };

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("SUPERVISION_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Short;

    // Where strict mode has a value, standard mode has the same: strictness only refuses.
    [Fact]
    public void Expression_OfAnyText_HasAValueOrAFeelException()
    {
        var values = 0;
        Each(Count, at =>
        {
            var text = new ExpressionMaker(at).Next();
            var strict = Value(text, FeelMode.Strict);
            var standard = Value(text, FeelMode.Standard);
            values += strict is null ? 0 : 1;
            if (strict is { } value)
            {
                Assert.True(standard is { } same && (same == value || same.ToString() == value.ToString()), $"{text}: {value} is {standard} in standard mode");
            }
        });
        Assert.True(values > Count / 20, $"Only {values} of {Count} expressions had a value: the maker is broken.");
    }

    [Fact]
    public void UnaryTests_OfAnyText_PassOrNotOrAreRefused() => Each(Count / 2, at =>
    {
        try
        {
            FeelUnaryTests.Parse(new ExpressionMaker(at).Next(), FeelType.Any, s_scope, FeelMode.Standard, s_limits).Passes(FeelValue.Of(3m), s_values);
        }
        catch (FeelException)
        {
            // Refused, as it may be.
        }
    });

    [Fact]
    public void Model_OfAnyBytes_DecidesOrIsRefused()
    {
        byte[] model = Encoding.UTF8.GetBytes(Model);
        Each(Count / 10, at =>
        {
            var maker = new ExpressionMaker(at);
            var text = Model.Replace("监管积分 + 1", maker.Next().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal), StringComparison.Ordinal);
            try
            {
                var loaded = DmnModel.Load("m.dmn", at % 2 == 0 ? Encoding.UTF8.GetBytes(at % 4 == 0 ? text : maker.Broken(text)) : Broken(model, at), FeelMode.Standard, null, s_limits);
                foreach (var decision in loaded.Decisions.Where(name => name.Length > 0))
                {
                    loaded.Evaluate(decision, s_values);
                }
            }
            catch (FeelException)
            {
                // Refused, as it may be.
            }
        });
    }

    [Fact]
    public void Pack_OfAnyBytes_LoadsOrIsRefused()
    {
        byte[][] packs = [.. Directory.GetFiles(SharedData.InRepository("samples", "rulepacks"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Each(Count / 100, at =>
        {
            var pack = packs[at % packs.Length];
            try
            {
                RulePackLoader.Load("fuzz.yaml", at % 2 == 0 ? Broken(pack, at) : Encoding.UTF8.GetBytes(new ExpressionMaker(at).Broken(Encoding.UTF8.GetString(pack))));
            }
            catch (RulePackException)
            {
                // Refused, as it may be.
            }
        });
    }

    [Fact]
    public void PackExpression_OfAnyText_DecidesOrIsRefused()
    {
        var decided = 0;
        Each(Count / 20, at =>
        {
            var text = new ExpressionMaker(at).Next();
            try
            {
                var pack = RulePackLoader.Load("fuzz.yaml", Encoding.UTF8.GetBytes(Pack.Replace("EXPRESSION", text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" "), StringComparison.Ordinal)));
                new SubjectPolicy(new RulePackRegistry([pack]), "fuzz").Decide(s_history, new DateOnly(2026, 1, 1));
                decided++;
            }
            catch (Exception exception) when (exception is RulePackException or RuleEvaluationException)
            {
                // Refused, as it may be.
            }
        });
        Assert.True(decided > Count / 1_000, $"Only {decided} of {Count / 20} packs decided: the maker is broken.");
    }

    private static FeelValue? Value(string text, FeelMode mode)
    {
        try
        {
            return FeelExpression.Parse(text, s_scope, mode, s_limits).Evaluate(s_values);
        }
        catch (FeelException)
        {
            return null;
        }
    }

    private static void Each(int count, Action<int> one)
    {
        var (current, seen) = (-1, -1);
        using var watchdog = new Timer(
            _ =>
            {
                if (Interlocked.Exchange(ref seen, Volatile.Read(ref current)) == current)
                {
                    Environment.FailFast($"Seed {current} hangs.");
                }
            },
            null,
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(1));
        for (var at = 0; at < count; at++)
        {
            Volatile.Write(ref current, at);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                one(at);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Seed {at}: {exception}");
            }

            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(bytes < MostBytes, $"Seed {at} took {bytes} bytes.");
        }
    }

    private static byte[] Broken(byte[] content, int seed)
    {
        var random = new Random(seed);
        var bytes = content.ToList();
        for (var times = 1 + random.Next(5); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), random.Next(1, Math.Min(200, bytes.Count / 2)))); break;
            }
        }

        return [.. bytes];
    }

    private static readonly SubjectHistory s_history = new("s", [new PolicyEvent("e", "Found", new DateOnly(2025, 6, 1), 1, Fact.Record(
        ("甲", Fact.Of(2m)), ("日期", Fact.Of(new DateOnly(2024, 2, 29))), ("items", Fact.List(Fact.Record(("b", Fact.Of(1m))), Fact.Record(("b", Fact.Of(3m)))))))]);

    private const string Pack = """
        policy: fuzz
        version: "1"
        effective: { from: 2020-01-01 }
        source: { title: T }
        events: { Found: { 甲: number, 日期: date, items: { each: { b: number } } } }
        parameters: { 重点项: { 2020-01-01: 3 }, a-b: { 2020-01-01: [1, 2] } }
        gather: { 列表: { of: events.Found.items, fold: list, value: item.b } }
        ledgers: { x: { window: { kind: none }, ties: sequence, post: [ { when: Found, marks: { m: 'EXPRESSION' }, points: 1 }, { when: Found, points: 1 } ] } }
        decisions: { y: { value: 'EXPRESSION' } }
        outputs: { n: { kind: amount, of: x.active, unit: point } }
        """;

    private const string Model = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:m" name="m">
          <itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"A","B","C"</text></allowedValues></itemDefinition>
          <itemDefinition name="tRow" isCollection="true"><itemComponent name="分值"><typeRef>number</typeRef></itemComponent></itemDefinition>
          <inputData id="i" name="重点项"><variable name="重点项" typeRef="number"/></inputData>
          <businessKnowledgeModel id="b" name="double"><variable name="double"/>
            <encapsulatedLogic><formalParameter name="n" typeRef="number"/><literalExpression><text>if n = 0 then 1 else n * 2</text></literalExpression></encapsulatedLogic>
          </businessKnowledgeModel>
          <decision id="d" name="等级"><variable name="等级" typeRef="tGrade"/>
            <informationRequirement><requiredInput href="#i"/></informationRequirement><informationRequirement><requiredDecision href="#e"/></informationRequirement>
            <decisionTable hitPolicy="PRIORITY">
              <input><inputExpression typeRef="number"><text>重点项 + 积分</text></inputExpression></input>
              <output name="等级"><outputValues><text>"C","B","A"</text></outputValues></output>
              <rule><inputEntry><text>&lt; 6, [7..9]</text></inputEntry><outputEntry><text>"A"</text></outputEntry></rule>
              <rule><inputEntry><text>not(1, 2)</text></inputEntry><outputEntry><text>"B"</text></outputEntry></rule>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>if ? > 3 then "C" else "A"</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="e" name="积分"><variable name="积分" typeRef="number"/>
            <informationRequirement><requiredInput href="#i"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#b"/></knowledgeRequirement>
            <context>
              <contextEntry><variable name="监管积分"/><invocation><literalExpression><text>double</text></literalExpression><binding><parameter name="n"/><literalExpression><text>重点项</text></literalExpression></binding></invocation></contextEntry>
              <contextEntry><variable name="表"/><relation><column name="分值"/><row><literalExpression><text>1</text></literalExpression></row><row><literalExpression><text>2</text></literalExpression></row></relation></contextEntry>
              <contextEntry><literalExpression><text>监管积分 + 1</text></literalExpression></contextEntry>
            </context>
          </decision>
          <decisionService id="s" name="服务"><outputDecision href="#d"/><inputDecision href="#e"/><inputData href="#i"/></decisionService>
        </definitions>
        """;
}
