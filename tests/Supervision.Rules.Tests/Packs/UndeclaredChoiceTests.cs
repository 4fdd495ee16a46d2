using Supervision.Rules.Packs;
using Supervision.Rules.Tests.Policies;

namespace Supervision.Rules.Tests.Packs;

/// <summary>A choice that changes a result and was not made is an error when the pack is loaded: each in turn is left out of a pack that makes them all.</summary>
public sealed class UndeclaredChoiceTests
{
    [Theory]
    [InlineData("size: size, ", "", "SUP5009")]
    [InlineData("inclusive: true, ", "", "SUP5009")]
    [InlineData("mode: ratchet, ", "", "SUP5009")]
    [InlineData("remainder: carry, ", "", "SUP5009")]
    [InlineData("lasts: P1Y, effect", "effect", "SUP5009")]
    [InlineData("{ on: score, points: -2 }", "{ on: score }", "SUP5009")]
    [InlineData("within: P1Y, from: reachedOn", "from: reachedOn", "SUP5009")]
    [InlineData("from: reachedOn, ", "", "SUP5009")]
    [InlineData(", afterLast: repeat", "", "SUP5009")]
    [InlineData("window: { kind: rolling, length: P1Y, hold: subject.shut }", "window: { kind: rolling, hold: subject.shut }", "SUP5009")]
    [InlineData("window: { kind: rolling, length: P1Y, hold: subject.shut }\n", "\n", "SUP5009")]
    [InlineData("period: halfYear, ", "", "SUP5009")]
    [InlineData("carry: entry.left > 0 and subject.shut, ", "", "SUP5009")]
    [InlineData(", late: nextPeriod", "", "SUP5009")]
    [InlineData("anchor: subject.since, ", "", "SUP5009")]
    [InlineData("carry: none, ", "", "SUP5009")]
    [InlineData("length: P3M, ", "", "SUP5009")]
    [InlineData(", late: reopen", "", "SUP5009")]
    [InlineData(", at: post }", " }", "SUP5009")]
    [InlineData("points: event.points, order: oldest", "points: event.points", "SUP5009")]
    [InlineData("points: event.points, order: oldest", "order: oldest", "SUP5009")]
    [InlineData("names: event.of, order: newest, ", "names: event.of, ", "SUP5009")]
    [InlineData("cap: { points: 6, per: P1Y }", "cap: { points: 6 }", "SUP5009")]
    [InlineData("names: event.of, effect: never", "names: event.of", "SUP5009")]
    [InlineData("names: event.of, effect: fromReversal", "effect: fromReversal", "SUP5009")]
    [InlineData(", lasts: \"life(item.code)\"", "", "SUP5206")]
    [InlineData("since: step, fold: count", "since: step", "SUP5009")]
    [InlineData("since: step, fold: count", "since: step, fold: max", "SUP5009")]
    [InlineData("since: step, fold: count", "since: step, fold: mean, empty: 0", "SUP5009")]
    [InlineData("since: step, fold: count", "since: step, last: 3, fold: count", "SUP5009")]
    [InlineData("            ties: sequence\n          score:", "          score:", "SUP5208")]
    [InlineData("            ties: sequence\n          faults:", "          faults:", "SUP5208")]
    [InlineData("band: { hit: FIRST, ", "band: { ", "SUP5009")]
    [InlineData("fire: Calm, since: Decided, after: P9M, ", "fire: Calm, since: Decided, ", "SUP5009")]
    public void Load_AChoiceLeftOut_IsRefused(string made, string left, string code)
    {
        var text = RichPack.Text.ReplaceLineEndings("\n");
        var (find, put) = (made.Replace("            ties", "    ties").Replace("          score:", "  score:").Replace("          faults:", "  faults:"), left.Replace("          score:", "  score:").Replace("          faults:", "  faults:"));
        Assert.Contains(find, text, StringComparison.Ordinal);
        var at = text.IndexOf(find, StringComparison.Ordinal);
        var errors = Assert.Throws<RulePackException>(() => Samples.Load(text[..at] + put + text[(at + find.Length)..])).Errors;
        Assert.Contains(code, errors.Select(error => error.Code));
    }

    // With one version nothing can be priced by another; with two, the pack says by which date.
    [Fact]
    public void Registry_SeveralVersionsWithoutVersionBy_IsRefused()
    {
        var first = Version("1", "{ from: 2020-01-01, to: 2025-01-01 }", "");
        Assert.Single(new RulePackRegistry([first]).Packs);
        var errors = Assert.Throws<RulePackException>(() => new RulePackRegistry([first, Version("2", "{ from: 2025-01-01 }", "versionBy: occurredOn")])).Errors;
        Assert.Equal([("SUP5213", "versionBy")], errors.Select(error => (error.Code, error.Path)));
        Assert.Equal(2, new RulePackRegistry([Version("1", "{ from: 2020-01-01, to: 2025-01-01 }", "versionBy: asOf"), Version("2", "{ from: 2025-01-01 }", "versionBy: occurredOn")]).Packs.Count());
    }

    private static RulePack Version(string version, string effective, string by) => Samples.Load($$"""
        policy: p
        version: "{{version}}"
        effective: {{effective}}
        source: { title: T }
        {{by}}
        events: { Fault: {} }
        ledgers: { points: { post: [ { when: Fault, points: 1 } ], window: { kind: none } } }
        decisions: { shown: { value: points.active } }
        outputs: { shown: { kind: amount, of: shown, unit: point } }
        """);
}
