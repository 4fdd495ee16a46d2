namespace Supervision.Rules.Decisions;

/// <summary>
/// Finds cases that no row of a set matches, exactly, on the declared domains. Goes from column to column and keeps which rows
/// are still possible; a way on which nothing was found is not followed twice. Not thread-safe.
/// </summary>
internal sealed class Coverage(IReadOnlyList<ColumnSegments> columns)
{
    /// <summary>Most states that are looked at; a table that needs more is refused rather than half checked.</summary>
    public const int MostStates = 2_000_000;

    private readonly HashSet<(int Column, RowMask Rows)> _covered = [];
    private int _states;

    /// <summary>Whether the limit was reached, so that an empty answer means nothing.</summary>
    public bool IsIncomplete => _states >= MostStates;

    /// <summary>
    /// Cases outside of all the rows, one for each region found, at most <paramref name="most"/>. A value that does not matter any more is
    /// null.
    /// </summary>
    /// <param name="rows">The rows that should cover.</param>
    /// <param name="within">Only cases that this row matches, or -1 for all.</param>
    /// <param name="most">Most cases wanted.</param>
    public IReadOnlyList<RuleValue?[]> Uncovered(RowMask rows, int within, int most)
    {
        _covered.Clear();
        var found = new List<RuleValue?[]>();
        Go(0, rows, within, new RuleValue?[columns.Count], found, most);
        return found;
    }

    // True when a case was found below this state.
    private bool Go(int column, RowMask rows, int within, RuleValue?[] path, List<RuleValue?[]> found, int most)
    {
        if (_states++ >= MostStates || found.Count >= most)
        {
            return true;
        }

        if (column == columns.Count)
        {
            return false;
        }

        if (_covered.Contains((column, rows)))
        {
            return false;
        }

        var any = false;
        RowMask? before = null;
        for (var segment = 0; segment < columns[column].Values.Count; segment++)
        {
            if (columns[column].Values[segment] is not { } value || (within >= 0 && !columns[column].Masks[segment].Has(within)))
            {
                continue;
            }

            var left = rows.And(columns[column].Masks[segment]);
            if (left.Equals(before))
            {
                continue;
            }

            before = left;
            path[column] = value;
            if (left.IsEmpty)
            {
                if (CanEnd(column + 1, within))
                {
                    found.Add([.. path[..(column + 1)], .. new RuleValue?[columns.Count - column - 1]]);
                    any = true;
                }
            }
            else
            {
                any |= Go(column + 1, left, within, path, found, most);
            }
        }

        path[column] = null;
        if (!any)
        {
            _covered.Add((column, rows));
        }

        return any;
    }

    // The columns to the right must leave a value to the row that is looked at, or the case cannot occur.
    private bool CanEnd(int column, int within) =>
        within < 0 || columns.Skip(column).All(rest => !rest.RowSegments[within].IsEmpty);
}
