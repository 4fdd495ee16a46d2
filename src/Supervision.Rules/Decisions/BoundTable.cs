namespace Supervision.Rules.Decisions;

/// <summary>A table whose inputs know where to look in a case: no name is looked up while it decides.</summary>
/// <typeparam name="TCase">What the table decides about.</typeparam>
internal sealed class BoundTable<TCase>(DecisionTable table, Func<string, Func<TCase, RuleValue>> find)
{
    private const int MostOnStack = 32;

    private readonly Func<TCase, RuleValue>[] _inputs = [.. table.Inputs.Select(column => find(column.Name))];

    public DecisionTable Table { get; } = table;

    public DecisionRow Decide(TCase about)
    {
        Span<int> segments = _inputs.Length <= MostOnStack ? stackalloc int[_inputs.Length] : new int[_inputs.Length];
        for (var at = 0; at < segments.Length; at++)
        {
            segments[at] = Table.Index.SegmentOf(at, _inputs[at](about));
        }

        var row = Table.Index.First(segments);
        return row >= 0 ? Table.Rows[row] : throw Table.NoRow(Inputs(about));
    }

    /// <summary>What the table looks at in a case, in the order of its columns.</summary>
    public RuleValue[] Inputs(TCase about) => Array.ConvertAll(_inputs, input => input(about));
}
