using Supervision.Rules.Testing;

namespace Supervision.Rules.Tests.Policies;

/// <summary>One small pack for each word of the ledgers, with a result that a reader can add up by hand.</summary>
public sealed class LedgerWordTests
{
    private const string Head = """
        policy: p
        version: "1"
        effective: { from: 2024-01-01 }
        source: { title: T }
        numbers: { scale: 2 }
        subject: { "busy?": boolean, "head?": text }
        scales: { grade: { order: [A, B, C], outside: [none] } }
        events: { F: { points: number }, L: { items: { each: { code: text, points: number } } }, R: { of: text } }
        decisions: { band: { hit: FIRST, inputs: { x.active: number }, outputs: { band: grade }, table: [ { if: ["< 5"], then: [A] }, { if: ["< 10"], then: [B] }, { if: ["[10..20]"], then: [C] } ] } }
        outputs: { o: { kind: grade, of: band } }

        """;

    // ledgers, events, as-of day, expectations
    public static TheoryData<string, string, string, string> Words => new()
    {
        // A ladder: full again within a year climbs; after the last rung there is no step, and the points stay unused.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none }, full: { size: 10, inclusive: true, mode: ratchet, remainder: carry, lasts: P1Y, rungs: { list: [talk, watch], within: P1Y, from: reachedOn, afterLast: stop } }, ties: sequence }",
          "[ { F: { on: 2024-02-01, points: 31 } } ]", "2024-02-01", "{ x.rung: 2, x.steps: 2, x.unused: 11 }" },
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none }, full: { size: 10, inclusive: true, mode: ratchet, remainder: carry, lasts: P1Y, rungs: { list: [talk, watch], within: P1Y, from: reachedOn, afterLast: restart } }, ties: sequence }",
          "[ { F: { on: 2024-02-01, points: 31 } } ]", "2024-02-01", "{ x.rung: 1, x.steps: 3, x.unused: 1 }" },
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none }, full: { size: 10, inclusive: true, mode: ratchet, remainder: carry, lasts: P1Y, rungs: { list: [talk, watch], within: P1Y, from: reachedOn, afterLast: stop } }, ties: sequence }",
          "[ { F: { on: 2024-02-01, points: 10 } }, { F: { on: 2025-02-01, points: 10 } } ]", "2025-02-01", "{ x.rung: 1, x.reached: 2 }" },
        // A step that drops the remainder uses all.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none }, full: { size: 10, inclusive: true, mode: ratchet, remainder: drop, lasts: P1Y, effect: { on: y, points: -2 } }, ties: sequence }\n  y: { start: 100 }",
          "[ { F: { on: 2024-02-01, points: 31 } } ]", "2024-02-01", "{ x.unused: 0, y: 98 }" },
        // What was cut does not come back.
        { "x: { start: 9, post: [ { when: F, points: event.points } ], window: { kind: none }, clamp: { max: 12, at: post }, ties: sequence }",
          "[ { F: { on: 2024-02-01, points: 5 } }, { F: { on: 2024-02-02, points: -1 } } ]", "2024-02-02", "{ x: 11 }" },
        { "x: { start: 9, post: [ { when: F, points: event.points } ], window: { kind: none }, clamp: { max: 12, at: read } }",
          "[ { F: { on: 2024-02-01, points: 5 } }, { F: { on: 2024-02-02, points: -1 } } ]", "2024-02-02", "{ x: 12 }" },
        // An entry that is held ends on the first day on which the condition is false.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: rolling, length: P1M, hold: subject.busy } }",
          "[ { F: { on: 2024-02-01, points: 5 } } ]", "2024-05-09", "{ x: 5 }" },
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: rolling, length: P1M, hold: subject.busy } }",
          "[ { F: { on: 2024-02-01, points: 5 } } ]", "2024-05-10", "{ x: 0 }" },
        // Carried once a period, into the next one only as long as the condition holds.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: calendar, period: month, late: reopen, carry: entry.points >= 5 and subject.busy } }",
          "[ { F: { on: 2024-02-01, points: 5 } }, { F: { on: 2024-02-02, points: 2 } } ]", "2024-05-31", "{ x: 5 }" },
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: calendar, period: month, late: reopen, carry: entry.points >= 5 and subject.busy } }",
          "[ { F: { on: 2024-02-01, points: 5 } }, { F: { on: 2024-02-02, points: 2 } } ]", "2024-06-01", "{ x: 0 }" },
        // From a cycle's anchor in one go: 31 January, 29 February, 31 March.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: cycle, anchor: 2024-01-31, length: P1M, late: reopen, carry: none } }",
          "[ { F: { on: 2024-03-30, points: 5 } } ]", "2024-03-31", "{ x: 0 }" },
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: cycle, anchor: 2024-01-31, length: P1M, late: reopen, carry: none } }",
          "[ { F: { on: 2024-03-31, points: 5 } } ]", "2024-04-29", "{ x: 5 }" },
        // A line that is blocked, and a repeat factor of the line's own entries.
        { "x: { post: [ { id: special, when: L, if: n >= 2, gather: { n: { of: event.items, fold: count } }, points: 3 }, { when: L, each: event.items, unless: posted(\"special\"), points: item.points } ], window: { kind: none } }",
          "[ { L: { on: 2024-02-01, items: [ { code: a, points: 1 }, { code: b, points: 1 } ] } }, { L: { on: 2024-02-02, items: [ { code: a, points: 1 } ] } } ]", "2024-02-02", "{ x: 4 }" },
        // A mean is exact until its rounding: (1 + 1 + 2) / 3.
        { "x: { post: [ { when: L, gather: { m: { of: event.items, fold: mean, value: item.points, empty: 0, round: { digits: 2, mode: halfUp } } }, points: m } ], window: { kind: none } }",
          "[ { L: { on: 2024-02-01, items: [ { code: a, points: 1 }, { code: b, points: 1 }, { code: c, points: 2 } ] } } ]", "2024-02-01", "{ x: 1.33 }" },
        // Reversed from its day on, and never having been.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none }, reverse: { when: R, names: event.of, effect: fromReversal } }",
          "[ { F: { on: 2024-02-01, id: f, points: 5 } }, { R: { on: 2024-03-01, of: f } } ]", "2024-02-29", "{ x: 5 }" },
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none }, reverse: { when: R, names: event.of, effect: never } }",
          "[ { F: { on: 2024-02-01, id: f, points: 5 } }, { R: { on: 2024-03-01, of: f } } ]", "2024-02-29", "{ x: 0 }" },
        // The step hangs on the entry: it goes too.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none }, full: { size: 5, inclusive: true, mode: ratchet, remainder: carry, lasts: P1Y, effect: { on: y, points: -2 } }, reverse: { when: R, names: event.of, effect: fromReversal } }\n  y: { start: 100 }",
          "[ { F: { on: 2024-02-01, id: f, points: 5 } }, { R: { on: 2024-03-01, of: f } } ]", "2024-03-01", "{ x: 0, x.steps: 0, x.unused: 0, y: 100 }" },
        // A case in a gap is a result.
        { "x: { post: [ { when: F, points: event.points } ], window: { kind: none } }",
          "[ { F: { on: 2024-02-01, points: 21 } } ]", "2024-02-01", "{ band: noRow, o: noRow }" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Decide_AWord_GivesWhatItSays(string ledgers, string events, string asOf, string expect)
    {
        var pack = Samples.Load(Head + "ledgers:\n  " + ledgers + $$"""

            examples:
              - { name: e, asOf: {{asOf}}, subject: { busy: { 2024-01-01: true, 2024-05-10: false } }, events: {{events}}, expect: {{expect}} }
            """);
        Assert.Empty(RulePackExamples.Run(pack).Single().Failures);
    }
}
