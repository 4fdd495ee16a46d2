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
    private readonly TableAnalysis _analysis;

    /// <param name="name">Name for the findings.</param>
    /// <param name="columns">The inputs: name, kind, tests by row, and the test of the values that may occur, or null.</param>
    public TableFindings(string name, IReadOnlyList<(string Name, FeelKind? Kind, UnaryTest[] Tests, UnaryTest? Allowed)> columns)
    {
        _name = name;
        _names = [.. columns.Select(column => column.Name)];
        _analysis = new TableAnalysis(
            [.. columns.Select(column => Segments(column.Name, column.Kind, column.Tests, column.Allowed))], columns.Count == 0 ? 0 : columns[0].Tests.Length);
    }

    public IEnumerable<DmnFinding> All(DmnHitPolicy policy, bool hasGaps) => _analysis.Dead
        .Select(row => new DmnFinding(_name, DmnFindingKind.DeadRow, [row + 1], ""))
        .Concat(policy == DmnHitPolicy.Unique
            ? _analysis.Overlaps((_, _) => true).Select(pair => new DmnFinding(_name, DmnFindingKind.Overlap, [pair.Upper + 1, pair.Lower + 1], Case(pair.Case)))
            : [])
        .Concat(policy == DmnHitPolicy.First
            ? _analysis.Shadowed().Select(one => new DmnFinding(_name, one.IsCertain ? DmnFindingKind.ShadowedRow : DmnFindingKind.NotJudged, [one.Row + 1], ""))
            : [])
        .Concat(hasGaps ? Gaps() : []);

    private IEnumerable<DmnFinding> Gaps()
    {
        var (found, isIncomplete) = _analysis.Gaps(Most);
        return found.Select(values => new DmnFinding(_name, DmnFindingKind.Gap, [], Case(values)))
            .Concat(isIncomplete && found.Count < Most ? [new DmnFinding(_name, DmnFindingKind.NotJudged, [], "")] : []);
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
