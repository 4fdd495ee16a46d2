using Supervision.Rules.Decisions;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Dmn;

/// <summary>
/// Checks a decision table as a whole, exactly: gaps, overlaps, rows that never decide. Numbers are dense, within the values that a
/// column allows; a text that no cell names is a case of its own; null is not looked at.
/// </summary>
internal sealed class TableFindings
{
    private const int Most = 20;
    private const string Other = "…";

    private readonly string _name;
    private readonly string[] _names;
    private readonly ColumnSegments[] _columns;
    private readonly int _rows;

    /// <param name="name">Name for the findings.</param>
    /// <param name="columns">The inputs: name, kind, tests by row, and the test of the values that may occur, or null.</param>
    public TableFindings(string name, IReadOnlyList<(string Name, FeelKind? Kind, UnaryTest[] Tests, UnaryTest? Allowed)> columns)
    {
        _name = name;
        _names = [.. columns.Select(column => column.Name)];
        _rows = columns.Count == 0 ? 0 : columns[0].Tests.Length;
        _columns = [.. columns.Select(column => Segments(column.Name, column.Kind, column.Tests, column.Allowed))];
    }

    public IEnumerable<DmnFinding> All(DmnHitPolicy policy, bool hasGaps)
    {
        var live = RowMask.Of(_rows, row => _columns.All(column => !column.RowSegments[row].IsEmpty));
        var dead = Enumerable.Range(0, _rows).Where(row => !live.Has(row)).Select(row => new DmnFinding(_name, DmnFindingKind.DeadRow, [row + 1], ""));
        return dead
            .Concat(policy == DmnHitPolicy.Unique ? Overlaps([.. live.Rows]) : [])
            .Concat(policy == DmnHitPolicy.First ? Shadowed(live) : [])
            .Concat(hasGaps ? Gaps() : []);
    }

    private IEnumerable<DmnFinding> Gaps()
    {
        var coverage = new Coverage(_columns);
        var found = coverage.Uncovered(RowMask.Of(_rows, _ => true), within: -1, Most);
        return found.Select(values => new DmnFinding(_name, DmnFindingKind.Gap, [], Case(values)))
            .Concat(coverage.IsIncomplete && found.Count < Most ? [new DmnFinding(_name, DmnFindingKind.NotJudged, [], "")] : []);
    }

    private IEnumerable<DmnFinding> Overlaps(int[] rows) =>
        from lower in Enumerable.Range(1, Math.Max(0, rows.Length - 1))
        from upper in Enumerable.Range(0, lower)
        let both = Common(rows[upper], rows[lower])
        where both is not null
        select new DmnFinding(_name, DmnFindingKind.Overlap, [rows[upper] + 1, rows[lower] + 1], Case(both));

    // A row is shadowed when the rows above leave nothing of what it matches.
    private IEnumerable<DmnFinding> Shadowed(RowMask live)
    {
        foreach (var row in live.Rows.Where(row => row > 0))
        {
            var coverage = new Coverage(_columns);
            if (coverage.Uncovered(RowMask.Of(_rows, other => other < row), row, most: 1).Count == 0)
            {
                yield return new DmnFinding(_name, coverage.IsIncomplete ? DmnFindingKind.NotJudged : DmnFindingKind.ShadowedRow, [row + 1], "");
            }
        }
    }

    private RuleValue?[]? Common(int one, int other)
    {
        var both = new RuleValue?[_columns.Length];
        for (var at = 0; at < both.Length; at++)
        {
            if (_columns[at].RowSegments[one].FirstOfBoth(_columns[at].RowSegments[other]) is not (>= 0 and var segment))
            {
                return null;
            }

            both[at] = _columns[at].Values[segment];
        }

        return both;
    }

    private string Case(RuleValue?[] values) =>
        string.Join(", ", _names.Zip(values).Where(pair => pair.Second is not null).Select(pair => $"{pair.First} = {pair.Second}"));

    private static ColumnSegments Segments(string name, FeelKind? kind, UnaryTest[] tests, UnaryTest? allowed)
    {
        if (kind == FeelKind.Number)
        {
            return new ColumnSegments(new Column(name, ColumnType.OfNumbers(new NumberDomain(null, null, Step([.. tests, .. allowed is null ? [] : new[] { allowed }])))), tests, allowed);
        }

        string[] words = kind == FeelKind.Boolean ? ["true", "false"]
            : [.. tests.Concat(allowed is null ? [] : [allowed]).SelectMany(test => test.Words ?? []).Distinct(StringComparer.Ordinal), Other];
        return new ColumnSegments(
            new Column(name, ColumnType.OfWords(words)), Array.ConvertAll(tests, test => Plain(test, words)), allowed is null ? null : Plain(allowed, words));
    }

    // What is negated passes every other word.
    private static UnaryTest Plain(UnaryTest test, string[] words) =>
        test.Text == "not" ? test with { Words = [.. words.Except(test.Words!, StringComparer.Ordinal)] } : test;

    // One digit finer than the finest bound: a number between any two of them.
    private static decimal Step(UnaryTest[] tests)
    {
        var digits = tests.SelectMany(test => test.Intervals ?? []).SelectMany(interval => (decimal[])[interval.Low, interval.High])
            .Where(bound => bound is not (decimal.MinValue or decimal.MaxValue)).Select(bound => (int)bound.Scale).DefaultIfEmpty(0).Max();
        return new decimal(1, 0, 0, false, (byte)Math.Min(digits + 1, 28));
    }
}
