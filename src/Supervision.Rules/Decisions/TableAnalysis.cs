namespace Supervision.Rules.Decisions;

/// <summary>
/// What is wrong with a table as a whole, found exactly from the segments of its columns: rows that no value passes, rows that share a
/// case, rows that always come too late, cases without a row. Rows are 0-based. Immutable.
/// </summary>
internal sealed class TableAnalysis(IReadOnlyList<ColumnSegments> columns, int rows)
{
    /// <summary>The rows each of whose cells passes some value of its column.</summary>
    public RowMask Live { get; } = RowMask.Of(rows, row => columns.All(column => !column.RowSegments[row].IsEmpty));

    /// <summary>The rows that can never match.</summary>
    public IEnumerable<int> Dead => Enumerable.Range(0, rows).Where(row => !Live.Has(row));

    /// <summary>Pairs of live rows that share a case, with a case of theirs.</summary>
    /// <param name="isLooked">Which pairs are looked at: upper, lower.</param>
    public IEnumerable<(int Upper, int Lower, RuleValue?[] Case)> Overlaps(Func<int, int, bool> isLooked)
    {
        int[] live = [.. Live.Rows];
        for (var lower = 1; lower < live.Length; lower++)
        {
            for (var upper = 0; upper < lower; upper++)
            {
                if (isLooked(live[upper], live[lower]) && Common(live[upper], live[lower]) is { } both)
                {
                    yield return (live[upper], live[lower], both);
                }
            }
        }
    }

    /// <summary>Live rows of which the rows above leave nothing; not certain where there are too many cases to be looked at.</summary>
    public IEnumerable<(int Row, bool IsCertain)> Shadowed()
    {
        foreach (var row in Live.Rows.Where(row => row > 0))
        {
            var coverage = new Coverage(columns);
            if (coverage.Uncovered(RowMask.Of(rows, other => other < row), row, most: 1).Count == 0)
            {
                yield return (row, !coverage.IsIncomplete);
            }
        }
    }

    /// <summary>Cases that no row matches, and whether these are all, unless there are as many as were asked for.</summary>
    public (IReadOnlyList<RuleValue?[]> Found, bool IsIncomplete) Gaps(int most)
    {
        var coverage = new Coverage(columns);
        return (coverage.Uncovered(RowMask.Of(rows, _ => true), within: -1, most), coverage.IsIncomplete);
    }

    private RuleValue?[]? Common(int one, int other)
    {
        var both = new RuleValue?[columns.Count];
        for (var column = 0; column < both.Length; column++)
        {
            var segment = columns[column].RowSegments[one].FirstOfBoth(columns[column].RowSegments[other]);
            if (segment < 0)
            {
                return null;
            }

            both[column] = columns[column].Values[segment];
        }

        return both;
    }
}
