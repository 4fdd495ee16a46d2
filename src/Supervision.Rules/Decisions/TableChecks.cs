using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Decisions;

/// <summary>
/// What a table gets wrong as a whole, found exactly when it is loaded: rows that can never decide, rows that contradict each other,
/// cases without a row. Each comes with the numbers of the rows and a case.
/// </summary>
internal sealed class TableChecks(PackErrors errors, PackNode at, DecisionTable table)
{
    private const int MostGaps = 20;

    private readonly IReadOnlyList<ColumnSegments> _columns = table.Segments;

    public void Run(bool isComplete)
    {
        var live = DeadRows();
        Overlaps(live);
        if (table.Hit is HitPolicy.First)
        {
            ShadowedRows(live);
        }

        if (isComplete)
        {
            Gaps();
        }
    }

    // A row is dead when one of its cells passes no value of its column's domain.
    private RowMask DeadRows()
    {
        var live = RowMask.Of(table.Rows.Length, row => _columns.All(column => !column.RowSegments[row].IsEmpty));
        foreach (var row in table.Rows.Where((_, row) => !live.Has(row)))
        {
            var column = _columns.Index().First(pair => pair.Item.RowSegments[row.Number - 1].IsEmpty).Index;
            errors.Add(at, "SUP5034", Invariant.Text(row.Number), table.Inputs[column].Name, row.Tests[column].Text);
        }

        return live;
    }

    private void Overlaps(RowMask live)
    {
        if (table.Hit is HitPolicy.First)
        {
            return;
        }

        int[] rows = [.. live.Rows];
        for (var lower = 1; lower < rows.Length; lower++)
        {
            for (var upper = 0; upper < lower; upper++)
            {
                if ((table.Hit is HitPolicy.Unique || !SameValues(rows[upper], rows[lower])) && Common(rows[upper], rows[lower]) is { } both)
                {
                    errors.Add(
                        at, "SUP5027", Invariant.Text(rows[upper] + 1), Invariant.Text(rows[lower] + 1), table.Hit.ToString().ToUpperInvariant(), table.Case(both));
                }
            }
        }
    }

    // A row of a FIRST table is shadowed when the rows above it match everything that it matches.
    private void ShadowedRows(RowMask live)
    {
        foreach (var row in live.Rows)
        {
            var above = RowMask.Of(table.Rows.Length, other => other < row);
            var coverage = new Coverage(_columns);
            if (row > 0 && coverage.Uncovered(above, row, most: 1).Count == 0)
            {
                errors.Add(at, coverage.IsIncomplete ? "SUP5037" : "SUP5035", Invariant.Text(row + 1), table.Name);
            }
        }
    }

    private void Gaps()
    {
        var coverage = new Coverage(_columns);
        foreach (var gap in coverage.Uncovered(RowMask.Of(table.Rows.Length, _ => true), within: -1, MostGaps))
        {
            errors.Add(at, "SUP5033", table.Name, table.Case(gap));
        }

        if (coverage.IsIncomplete)
        {
            errors.Add(at, "SUP5037", "", table.Name);
        }
    }

    private bool SameValues(int one, int other) => table.Rows[one].Values.SequenceEqual(table.Rows[other].Values);

    private RuleValue?[]? Common(int one, int other)
    {
        var both = new RuleValue?[_columns.Count];
        for (var column = 0; column < both.Length; column++)
        {
            var segment = _columns[column].RowSegments[one].FirstOfBoth(_columns[column].RowSegments[other]);
            if (segment < 0)
            {
                return null;
            }

            both[column] = _columns[column].Values[segment];
        }

        return both;
    }
}
