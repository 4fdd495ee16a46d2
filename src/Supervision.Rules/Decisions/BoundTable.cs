namespace Supervision.Rules.Decisions;

/// <summary>A table whose inputs know where to look in a case: no name is looked up while it decides.</summary>
/// <typeparam name="TCase">What the table decides about.</typeparam>
internal sealed class BoundTable<TCase>(DecisionTable table, Func<string, Func<TCase, RuleValue>> find)
{
    private readonly Func<TCase, RuleValue>[] _inputs = [.. table.Inputs.Select(column => find(column.Name))];

    public DecisionTable Table { get; } = table;

    public DecisionRow Decide(TCase about)
    {
        var values = new RuleValue[_inputs.Length];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = _inputs[at](about);
        }

        return Table.Decide(values);
    }
}
