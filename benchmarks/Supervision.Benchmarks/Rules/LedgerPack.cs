using System.Text;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Benchmarks.Rules;

/// <summary>A pack like Yiwu's, and subjects with five notices in 500 days: points by severity, each full 12 takes two.</summary>
internal static class LedgerPack
{
    public const int EventsOfASubject = 5;

    private static readonly Fact[] s_fields = [.. new[] { "slight", "ordinary", "heavier", "serious" }.Select(severity => Fact.Record(
        ("code", Fact.Of("c")), ("severity", Fact.Of(severity))))];

    /// <summary>The pack; its second version counts a heavier fault as 7 points and a full 10.</summary>
    public static RulePack Load(bool isSecond = false, string keyed = "worth(event.severity)") => RulePackLoader.Load("bench.yaml", Bytes(isSecond, keyed));

    public static byte[] Bytes(bool isSecond = false, string keyed = "worth(event.severity)") => Encoding.UTF8.GetBytes($$"""
        policy: bench
        version: "{{(isSecond ? 2 : 1)}}"
        effective: { from: 2020-01-01 }
        source: { title: bench }
        numbers: { scale: 1 }
        events: { Notice: { code: text, severity: [slight, ordinary, heavier, serious] } }
        parameters:
          worth: { 2020-01-01: { slight: 1, ordinary: 3, heavier: {{(isSecond ? 7 : 6)}}, serious: 12 } }
          full: { 2020-01-01: {{(isSecond ? 10 : 12)}} }
        ledgers:
          points:
            post: [ { when: Notice, if: event.severity != "slight" or event.code != "x", points: "{{keyed}}" } ]
            window: { kind: rolling, length: P1Y }
            full: { size: full, inclusive: true, mode: ratchet, remainder: carry, lasts: P1Y, effect: { on: score, points: -2 } }
          score: { start: 100 }
        decisions:
          grade:
            hit: UNIQUE
            complete: true
            inputs: { score.active: number }
            outputs: { grade: [A, B, C, D] }
            table: [ { if: [">= 98"], then: [A] }, { if: ["[96..98)"], then: [B] }, { if: ["[94..96)"], then: [C] }, { if: ["< 94"], then: [D] } ]
          visits:
            hit: FIRST
            complete: true
            inputs: { grade: [A, B, C, D], points.active: number }
            outputs: { visits: number }
            table: [ { if: [D, "-"], then: [4] }, { if: [C, ">= 10"], then: [3] }, { if: ["-", ">= 10"], then: [2] }, { if: ["-", "-"], then: [1] } ]
          notice:
            hit: FIRST
            complete: true
            inputs: { points.steps: number, points.unused: number }
            outputs: { notice: boolean }
            table: [ { if: [">= 1", "-"], then: [true] }, { if: ["-", ">= 10"], then: [true] }, { if: ["-", "-"], then: [false] } ]
        outputs: { grade: { kind: grade, of: grade } }
        """);

    public static SubjectHistory History(int subject)
    {
        var events = new PolicyEvent[EventsOfASubject];
        var state = unchecked((uint)subject * 2654435761u);
        for (var at = 0; at < events.Length; at++)
        {
            state = unchecked((state * 1103515245) + 12345);
            events[at] = new PolicyEvent(s_ids[at], "Notice", new DateOnly(2025, 1, 1).AddDays((100 * at) + (int)(state >> 16) % 100), at, s_fields[(state >> 24) % 4]);
        }

        return new SubjectHistory("s", events);
    }

    private static readonly string[] s_ids = ["e0", "e1", "e2", "e3", "e4"];
}
