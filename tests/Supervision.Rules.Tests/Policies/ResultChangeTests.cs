using Supervision.Rules.Facts;
using Supervision.Rules.Policies;
using Supervision.Rules.Testing;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Policies;

/// <summary>What was recorded late changes nothing that was issued; it leaves a record of what would be.</summary>
public sealed class ResultChangeTests
{
    private const string Pack = """
        policy: p
        version: "1"
        effective: { from: 2020-01-01 }
        source: { title: T }
        numbers: { scale: 1 }
        events: { Fault: { points: number }, Fixed: { of: text }, Withdrawn: { of: text } }
        ledgers:
          points:
            post: [ { when: Fault, points: event.points } ]
            window: { kind: none }
            repair: { when: Fixed, names: event.of, order: oldest, share: [ { if: delay.workingDays <= 2, give: 1 }, { give: 0.5 } ] }
            reverse: { when: Withdrawn, names: event.of, effect: never }
        decisions:
          grade: { hit: FIRST, inputs: { points.active: number }, outputs: { grade: [A, B, C] }, table: [ { if: ["< 3"], then: [A] }, { if: ["< 6"], then: [B] }, { if: ["-"], then: [C] } ] }
        outputs: { grade: { kind: grade, of: grade } }
        examples:
          - name: a fault told late
            events: [ { Fault: { id: late, on: 2025-01-10, recordedOn: 2025-02-01, points: 4 } } ]
            issued: [ { decision: grade, on: 2025-01-31, value: A } ]
            asOf: 2025-01-31
            expect: { grade.changed: ["2025-01-31 A → B, 2025-02-01: late"] }
        """;

    private static readonly SubjectPolicy s_policy = new(Samples.Registry(Pack), "p");

    [Fact]
    public void Examples_AChangedResult_CanBeExpectedAndIsExplained()
    {
        var pack = Samples.Load(Pack);
        Assert.Empty(Assert.Single(RulePackExamples.Run(pack)).Failures);
        Assert.Contains("rules.changed", RulePackExamples.Explain(pack, 1).Because.Select(one => one.Text.Key));
        Assert.NotEmpty(Assert.Single(RulePackExamples.Run(Samples.Load(Pack.Replace("A → B,", "A → C,")))).Failures);
    }

    // Told late: A becomes B. Withdrawn later still: A again. Each record starts from the one before.
    [Fact]
    public void Changes_ALateFaultThatIsWithdrawn_IsTwoRecords()
    {
        var changes = s_policy.Changes(History(
            Fault("early", "2025-01-05", "2025-01-05", 2), Fault("late", "2025-01-10", "2025-02-01", 2),
            Named("Withdrawn", "gone", "2025-03-01", "late")));
        Assert.Equal(
            ["2025-01-31 A → B, 2025-02-01: late", "2025-01-31 B → A, 2025-03-01: gone"], changes.Select(change => change.ToString()));
    }

    [Fact]
    public void Changes_AsKnownBeforeTheLateFault_AreNone() => Assert.Empty(
        s_policy.Changes(History(Fault("late", "2025-01-10", "2025-02-01", 4)), Day("2025-01-31")));

    // A later event is no reason to look back: it lies after the day the result spoke for.
    [Fact]
    public void Changes_AnEventAfterTheResult_AreNone() => Assert.Empty(s_policy.Changes(History(Fault("next", "2025-02-10", "2025-02-10", 9))));

    [Fact]
    public void Changes_IssuedOtherwiseThanThePolicySays_NameNoEvent()
    {
        var change = Assert.Single(s_policy.Changes(History(Fault("known", "2025-01-10", "2025-01-10", 4))));
        Assert.Equal((Day("2025-01-31"), 0), (change.KnownOn, change.Causes.Count));
    }

    [Fact]
    public void Changes_ADecisionThatThePackLacks_IsAnError() => Assert.Throws<ArgumentException>(() => s_policy.Changes(
        History() with { Issued = [new IssuedResult("other", Day("2025-01-31"), Fact.Of("A"))] }));

    // Law: from what was issued, the changes lead to what the policy says of that day, as known now.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Changes_FromWhatWasIssued_LeadToTheDecisionAsKnownNow(int seed)
    {
        for (var round = 0; round < 60; round++)
        {
            var number = (seed * 7919) + (round * 104_729);
            var events = Enumerable.Range(0, 6).Select(at => Fault(
                $"E{at}", $"2025-01-{1 + (number / (at + 3) % 31):00}", $"2025-0{1 + (number / (at + 2) % 3)}-28", number / (at + 1) % 5)).ToArray();
            var history = History(events);
            var last = s_policy.Changes(history).LastOrDefault()?.New.ToString() ?? "A";
            Assert.Equal(s_policy.Decide(history, Day("2025-01-31")).Result("grade").Value.ToString(), last);
        }
    }

    // Friday to Monday is one working day, though three days; the Spring Festival of 2025 (28 January to 4 February) is none at all.
    [Theory]
    [InlineData("2025-01-03", "2025-01-06", 0)]
    [InlineData("2025-01-03", "2025-01-08", 2)]
    [InlineData("2025-01-27", "2025-02-06", 0)]
    [InlineData("2025-01-27", "2025-02-07", 2)]
    public void Repair_ByDelayInWorkingDays_CountsTheHolidayNotice(string fault, string repaired, int left) => Assert.Equal(
        left, s_policy.Decide(History(Fault("f", fault, fault, 4), Named("Fixed", "r", repaired, "f")), Day("2025-12-31")).Ledgers[0].Active);

    [Fact]
    public void Repair_ByDelayInWorkingDays_OfAYearWithoutNotice_IsAnErrorThatNamesTheDay()
    {
        var history = History(Fault("f", "2035-01-01", "2035-01-01", 4), Named("Fixed", "r", "2035-01-05", "f"));
        Assert.Equal("SUP5161", Assert.Throws<RuleEvaluationException>(() => s_policy.Decide(history, Day("2035-12-31"))).Code);
    }

    private static SubjectHistory History(params PolicyEvent[] events) =>
        new("S", events) { Issued = [new IssuedResult("grade", Day("2025-01-31"), Fact.Of("A"))] };

    private static PolicyEvent Fault(string id, string on, string recorded, int points) =>
        new(id, "Fault", Day(on), 1, Fact.Record(("points", Fact.Of(points)))) { RecordedOn = Day(recorded) < Day(on) ? Day(on) : Day(recorded) };

    private static PolicyEvent Named(string kind, string id, string on, string of) =>
        new(id, kind, Day(on), 2, Fact.Record(("of", Fact.Of(of))));
}
