using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Policies;

/// <summary>Two versions of a policy: which one prices an event, and what the new one does with what is open.</summary>
public sealed class VersionTests
{
    private const string Pack = """
        policy: p
        version: "VERSION"
        effective: { PERIOD }
        source: { title: T }
        numbers: { scale: 0 }
        versionBy: BY
        TRANSITION
        events: { Fault: { code: [a, b], decidedOn: date }, Fixed: { points: number } }
        parameters: { worth: { 2020-01-01: { a: WORTH, b: 1 } } }
        ledgers:
          points:
            post: [ { id: fault, when: Fault, key: event.code, points: "worth(event.code)" } ]
            window: { kind: rolling, length: P2Y }
            repair: { when: Fixed, points: event.points, order: oldest }
        decisions: { shown: { value: points.active } }
        outputs: { shown: { kind: amount, of: shown, unit: point } }
        """;

    private static readonly PolicyEvent s_old = Fault("E-1", "2024-12-30", "2025-01-02");
    private static readonly PolicyEvent s_new = Fault("E-2", "2025-02-01", "2025-02-01");

    // 3 by the old version, 5 by the new one. The event of 30 December is decided, and recorded, in January.
    [Theory]
    [InlineData("occurredOn", 3 + 5)]
    [InlineData("decidedOn", 5 + 5)]
    [InlineData("recordedOn", 5 + 5)]
    public void Decide_TwoVersions_PricesEachEventByTheDeclaredDate(string by, decimal points) =>
        Assert.Equal(points, Points(by, "", "2025-03-01", s_old, s_new));

    [Theory]
    [InlineData("{ open: keep }", 3)]
    [InlineData("{ open: end }", 0)]
    [InlineData("{ open: remap, keys: { a: b } }", 3)]
    [InlineData("{ open: reprice }", 5)]
    [InlineData("{ open: opening, points: 2 }", 2)]
    public void Decide_ANewVersion_DoesWithOpenEntriesWhatItSays(string clause, decimal points)
    {
        Assert.Equal(3, Points("occurredOn", $"transition: {{ points: {clause} }}", "2024-12-31", s_old));
        Assert.Equal(points, Points("occurredOn", $"transition: {{ points: {clause} }}", "2025-01-01", s_old));
    }

    // What was given back before is not taken again: 5 less the 2 that were repaired.
    [Fact]
    public void Decide_Reprice_KeepsWhatWasRepaired() => Assert.Equal(3, Points(
        "occurredOn", "transition: { points: { open: reprice } }", "2025-01-01", s_old,
        new PolicyEvent("E-3", "Fixed", Day("2024-12-31"), 3, Fact.Record(("points", Fact.Of(2))))));

    [Fact]
    public void Decide_ATransition_IsInTheLinesAndSums()
    {
        var decision = Policy("occurredOn", "transition: { points: { open: reprice } }").Decide(new SubjectHistory("S", [s_old]), Day("2025-01-01"));
        Assert.Equal([3m, -3m, 5m], decision.Lines.Select(line => line.Points));
        Assert.Equal("2", decision.Policy.Version);
    }

    private static decimal Points(string by, string transition, string asOf, params PolicyEvent[] events) =>
        Policy(by, transition).Decide(new SubjectHistory("S", events), Day(asOf)).Ledgers[0].Active;

    private static SubjectPolicy Policy(string by, string transition) => new(
        new RulePackRegistry([Version("1", "from: 2020-01-01, to: 2025-01-01", 3, by, ""), Version("2", "from: 2025-01-01", 5, by, transition)]), "p");

    private static RulePack Version(string version, string period, int worth, string by, string transition) => Samples.Load(Pack
        .Replace("VERSION", version).Replace("PERIOD", period).Replace("WORTH", $"{worth}").Replace("BY", by).Replace("TRANSITION", transition));

    private static PolicyEvent Fault(string id, string on, string decided) =>
        new(id, "Fault", Day(on), id[^1], Fact.Record(("code", Fact.Of("a")), ("decidedOn", Fact.Of(Day(decided))))) { RecordedOn = Day(decided) };
}
