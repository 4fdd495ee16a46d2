using Supervision.Rules.Decisions;

namespace Supervision.Benchmarks.Rules;

/// <summary>The decision table and the 1,000 cases of benchmarks/peers/rules/table.mjs.</summary>
internal static class PeerTable
{
    private static readonly string[] s_risks = ["low", "medium", "high"];

    private static readonly UnaryTest s_low = Words("low", "medium");
    private static readonly UnaryTest s_high = Words("high");
    private static readonly UnaryTest s_any = new("-", null, null);
    private static readonly UnaryTest s_open = Words("false");
    private static readonly UnaryTest s_mended = Words("true");

    private static readonly UnaryTest[][] s_rows =
    [
        [From(36, 999), s_any, s_any, s_any],
        [From(24, 36), s_any, s_high, s_open],
        [From(24, 36), s_any, s_high, s_mended],
        [From(24, 36), From(0, 6), s_low, s_open],
        [From(24, 36), From(6, 99), s_low, s_open],
        [From(24, 36), s_any, s_low, s_mended],
        [From(12, 24), From(0, 3), s_high, s_open],
        [From(12, 24), From(3, 12), s_high, s_open],
        [From(12, 24), From(12, 99), s_high, s_open],
        [From(12, 24), s_any, s_high, s_mended],
        [From(12, 24), From(0, 6), s_low, s_open],
        [From(12, 24), From(6, 99), s_low, s_open],
        [From(12, 24), s_any, s_any, s_mended],
        [From(6, 12), From(0, 12), s_high, s_open],
        [From(6, 12), From(12, 99), s_high, s_open],
        [From(6, 12), s_any, s_low, s_open],
        [From(6, 12), s_any, s_any, s_mended],
        [From(0.5m, 6), From(0, 12), Words("high", "medium"), s_open],
        [From(0.5m, 6), s_any, s_any, s_any],
        [s_any, s_any, s_any, s_any],
    ];

    private static readonly (string Grade, decimal Delta)[] s_outputs =
    [
        ("E", -6), ("E", -5), ("D", -4), ("D", -4), ("D", -3.5m), ("C", -3), ("D", -3), ("D", -2.5m), ("C", -2), ("C", -2),
        ("C", -2), ("C", -1.5m), ("B", -1), ("C", -1), ("B", -0.5m), ("B", -0.5m), ("B", 0), ("B", 0), ("A", 0), ("A", 1),
    ];

    public static DecisionTable Create()
    {
        Column[] inputs =
        [
            new("points", ColumnType.OfNumbers(new NumberDomain(0, 998.5m, 0.5m))),
            new("months", ColumnType.OfNumbers(new NumberDomain(0, 98, 1))),
            new("risk", ColumnType.OfWords(s_risks)),
            new("repaired", ColumnType.Boolean),
        ];
        Column[] outputs = [new("grade", ColumnType.OfWords("A", "B", "C", "D", "E")), new("delta", ColumnType.OfScale(1))];
        DecisionRow[] rows =
        [
            .. s_rows.Select((tests, at) => new DecisionRow(
                at + 1, tests, [RuleValue.Of(s_outputs[at].Grade), RuleValue.Of(s_outputs[at].Delta)], "")),
        ];
        return new DecisionTable("grade", HitPolicy.First, inputs, outputs, rows);
    }

    public static PeerCase[] Cases()
    {
        var state = 12345u;
        return [.. Enumerable.Range(0, 1000).Select(_ => new PeerCase(Next(80) / 2m, Next(25), s_risks[Next(3)], Next(2) == 1))];

        int Next(uint below)
        {
            state = unchecked((state * 1103515245) + 12345);
            return (int)((state >> 16) % below);
        }
    }

    /// <summary>The 0-based row, found by testing cell after cell: what the others are checked against.</summary>
    public static int Expected(PeerCase one) => Array.FindIndex(s_rows, row =>
        row[0].Passes(RuleValue.Of(one.Points)) && row[1].Passes(RuleValue.Of(one.Months))
        && row[2].Passes(RuleValue.Of(one.Risk)) && row[3].Passes(RuleValue.Of(one.IsRepaired)));

    /// <summary>The cases column-wise.</summary>
    public static IReadOnlyList<BatchColumn> Columns(PeerCase[] cases) =>
    [
        BatchColumn.OfNumbers(Array.ConvertAll(cases, one => (long)(one.Points * 10)), 1),
        BatchColumn.OfNumbers(Array.ConvertAll(cases, one => (long)one.Months), 0),
        BatchColumn.OfWords(s_risks, Array.ConvertAll(cases, one => (long)Array.IndexOf(s_risks, one.Risk))),
        BatchColumn.OfWords(["false", "true"], Array.ConvertAll(cases, one => one.IsRepaired ? 1L : 0L)),
    ];

    public static Func<PeerCase, RuleValue> Find(string column) => column switch
    {
        "points" => one => RuleValue.Of(one.Points),
        "months" => one => RuleValue.Of((decimal)one.Months),
        "risk" => one => RuleValue.Of(one.Risk),
        _ => one => RuleValue.Of(one.IsRepaired),
    };

    private static UnaryTest From(decimal low, decimal high) => new($"[{low}..{high})", [new Interval(low, true, high, false)], null);

    private static UnaryTest Words(params string[] words) => new(string.Join(", ", words), null, words);
}
