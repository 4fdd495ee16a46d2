using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>
/// Compares a published total with the rows behind it, and says how they differ: <c>absent</c>, no rows at all; <c>missing</c>, more was
/// taken away than the rows explain; <c>repeated</c>, right once equal rows count once; <c>ambiguous</c>, two rows of this table claim
/// the same ones; <c>excess</c>, the rows take away more.
/// </summary>
internal sealed class TotalTest(int[] at, QualityRule rule, RowIndexes indexes)
{
    private readonly QualityTotal _total = rule.Total!;
    private readonly QualityTarget _own = new(rule.Table, [.. rule.Fields.Skip(1)]);
    private readonly int[] _join = at[1..];

    public RowResult? Test(DataRow row)
    {
        if (FieldForm.Number(row.Values[at[0]]) is not { } stated || indexes.Find(rule.Target!.Table) is not { } table)
        {
            return null;
        }

        var key = RowIndexes.Key(row, _join);
        var looked = table.IndexOf(_total.Field);
        string[] values = [.. indexes.Rows(rule.Target!, key).Select(other => other.Values[looked])];
        var (lost, explained) = (_total.Start - stated, values.Sum(Weight));
        return lost == explained ? RowResult.Passed : RowResult.Failed(
            values.Length == 0 ? "absent"
            : explained < lost ? "missing"
            : values.Distinct(StringComparer.Ordinal).Sum(Weight) == lost ? "repeated"
            : indexes.Rows(_own, key).Count > 1 ? "ambiguous"
            : "excess",
            "SUP7421", rule.Fields[0], Invariant.Text(stated), Invariant.Text(_total.Start - explained), Invariant.Text(values.Length));
    }

    private decimal Weight(string value)
    {
        if (indexes.Find(_total.Lookup.Table) is not { } table || indexes.Rows(_total.Lookup, value) is not [var row, ..])
        {
            return 0m;
        }

        return _total.Weights.GetValueOrDefault(row.Values[table.IndexOf(_total.Class)]);
    }
}
