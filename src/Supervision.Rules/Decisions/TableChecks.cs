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

    private readonly TableAnalysis _analysis = new(table.Segments, table.Rows.Length);

    public void Run(bool isComplete)
    {
        DeadRows();
        if (table.Hit is HitPolicy.First)
        {
            ShadowedRows();
        }
        else
        {
            Overlaps();
        }

        if (isComplete)
        {
            Gaps();
        }
    }

    // A row is dead when one of its cells passes no value of its column's domain.
    private void DeadRows()
    {
        foreach (var row in _analysis.Dead)
        {
            var column = table.Segments.Index().First(pair => pair.Item.RowSegments[row].IsEmpty).Index;
            errors.Add(at, "SUP5034", Invariant.Text(row + 1), table.Inputs[column].Name, table.Rows[row].Tests[column].Text);
        }
    }

    private void Overlaps()
    {
        foreach (var (upper, lower, both) in _analysis.Overlaps((upper, lower) => table.Hit is HitPolicy.Unique || !SameValues(upper, lower)))
        {
            errors.Add(
                at, "SUP5027", Invariant.Text(upper + 1), Invariant.Text(lower + 1), table.Hit.ToString().ToUpperInvariant(), table.Case(both));
        }
    }

    // A row of a FIRST table is shadowed when the rows above it match everything that it matches.
    private void ShadowedRows()
    {
        foreach (var (row, isCertain) in _analysis.Shadowed())
        {
            errors.Add(at, isCertain ? "SUP5035" : "SUP5037", Invariant.Text(row + 1), table.Name);
        }
    }

    private void Gaps()
    {
        var (found, isIncomplete) = _analysis.Gaps(MostGaps);
        foreach (var gap in found)
        {
            errors.Add(at, "SUP5033", table.Name, table.Case(gap));
        }

        if (isIncomplete)
        {
            errors.Add(at, "SUP5037", "", table.Name);
        }
    }

    private bool SameValues(int one, int other) => table.Rows[one].Values.SequenceEqual(table.Rows[other].Values);
}
