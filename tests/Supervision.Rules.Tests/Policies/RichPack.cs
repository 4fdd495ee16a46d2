using Supervision.Rules.Facts;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Tests.Policies;

/// <summary>A pack that uses every word of the ledgers, for laws that must hold whatever a pack says.</summary>
internal static class RichPack
{
    public const string Text = """
        policy: rich
        version: "1"
        effective: { from: 2024-01-01 }
        source: { title: T }
        numbers: { scale: 2 }
        scales: { level: { order: [A, B, C, D], outside: [none] } }
        subject: { shut: boolean, head: text, since: date }
        events:
          Decided: { findings: { each: { code: [a, b], severity: [low, high] } }, servedOn: date }
          Mended: { of: text }
          Eased: { points: number }
          Undone: { of: text }
        parameters:
          worth: { 2024-01-01: { a: { low: 1, high: 6 }, b: { low: 2, high: 4 } } }
          factor: { 2024-01-01: [1, 1.25, 1.5] }
          size: { 2024-01-01: 12, 2025-01-01: 10 }
          life: { 2024-01-01: { a: P6M, b: P1Y } }
        timers:
          - { fire: Calm, since: Decided, after: P9M, unless: Undone, repeat: true }
          - { fire: QuarterEnded, every: quarter }
        gather:
          recent: { of: events.Decided, within: P1Y, fold: count }
          calmer: { of: events.Calm, fold: count }
        ledgers:
          points:
            post:
              - { id: base, when: Decided, each: event.findings, key: item.code, on: event.servedOn,
                  gather: { before: { of: entries, where: entry.key = key, within: P18M, since: step, fold: count } },
                  points: "worth(item.code, item.severity) * factor(min(before, 2))" }
              - { id: many, when: Decided, on: event.servedOn, unless: not(posted("base")),
                  gather: { serious: { of: event.findings, where: 'item.severity = "high"', fold: count } },
                  if: serious >= 2, points: 2 }
            window: { kind: rolling, length: P1Y, hold: subject.shut }
            full: { size: size, inclusive: true, mode: ratchet, remainder: carry, lasts: P1Y, effect: { on: score, points: -2 },
                    rungs: { list: [talk, watch], within: P1Y, from: reachedOn, afterLast: repeat } }
            repair: { when: Eased, points: event.points, order: oldest, notAfter: P1Y, cap: { points: 6, per: P1Y }, steps: recompute }
            reverse: { when: Undone, names: event.of, effect: never }
            ties: sequence
          score:
            start: 100
            post: [ { when: Calm, points: 1 } ]
            window: { kind: none }
            clamp: { max: 101, at: post }
            ties: sequence
          faults:
            post: [ { when: Decided, each: event.findings, key: item.code, points: 1, lasts: "life(item.code)" } ]
            window: { kind: entry }
            repair: { when: Mended, names: event.of, order: newest, round: { digits: 2, mode: down },
                      share: [ { if: delay.days <= 30, give: 0.8 }, { give: 0.333 } ] }
            reverse: { when: Undone, names: event.of, effect: fromReversal }
          year:
            post: [ { when: Decided, each: event.findings, points: 1 } ]
            window: { kind: calendar, period: halfYear, carry: entry.left > 0 and subject.shut, late: nextPeriod }
          cycle:
            post: [ { when: Decided, points: 1 } ]
            window: { kind: cycle, anchor: subject.since, length: P3M, carry: none, late: reopen }
          head:
            holder: subject.head
            post: [ { when: Decided, if: recent >= 1, points: 1 } ]
            window: { kind: none }
        decisions:
          band: { hit: FIRST, complete: true, inputs: { score.active: number }, outputs: { band: level }, table: [ { if: [">= 100"], then: [A] }, { if: [">= 96"], then: [B] }, { if: ["-"], then: [C] } ] }
          grade:
            scale: level
            stages:
              - { table: band }
              - { name: talked to, when: points.rung >= 1, atMost: B }
              - { name: closed, when: subject.shut, set: D }
          mixed: { weights: { score.active: 0.3, points.active: -0.7 }, round: { digits: 1, mode: halfEven } }
        outputs: { level: { kind: grade, of: grade }, calm: { kind: amount, of: calmer, unit: quarter } }
        """;

    private static readonly SubjectPolicy s_policy = new(Samples.Registry(Text), "rich");

    public static SubjectPolicy Policy => s_policy;

    public static SubjectHistory History(IEnumerable<PolicyEvent> events) => new("S-1", [.. events])
    {
        Attributes =
        [
            new("shut", DateOnly.MinValue, Fact.Of(false)), new("shut", new(2024, 11, 3), Fact.Of(true)), new("shut", new(2025, 4, 9), Fact.Of(false)),
            new("head", DateOnly.MinValue, Fact.Of("P-1")), new("head", new(2024, 8, 1), Fact.Of("P-2")),
            new("since", DateOnly.MinValue, Fact.Of(new DateOnly(2023, 8, 31))),
        ],
    };
}
