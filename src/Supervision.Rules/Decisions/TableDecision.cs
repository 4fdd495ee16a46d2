using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;

namespace Supervision.Rules.Decisions;

/// <summary>A decision by a table over readings, gathered numbers, attributes and decisions above. Immutable; thread-safe.</summary>
internal sealed class TableDecision : PackDecision
{
    private readonly Func<CaseScope, RuleValue>[] _inputs;
    private readonly Fact[][] _values;

    public TableDecision(DecisionTable table, IReadOnlyList<FactType> outputs)
        : base(table.Name, [.. table.Outputs.Zip(outputs, (column, type) => (column.Name, type))])
    {
        Table = table;
        _values = [.. table.Rows.Select(row => Values(row, outputs))];
        _inputs = [.. table.Inputs.Select(column => Find(column.Name))];
    }

    public DecisionTable Table { get; }

    /// <summary>What a row says.</summary>
    /// <param name="number">Its number, from 1.</param>
    public IReadOnlyList<Fact> Values(int number) => _values[number - 1];

    public override DecisionResult Decide(CaseScope scope)
    {
        var inputs = new RuleValue[_inputs.Length];
        for (var at = 0; at < inputs.Length; at++)
        {
            inputs[at] = _inputs[at](scope);
        }

        return Table.Find(inputs) is { } row
            ? new DecisionResult(this, _values[row.Number - 1], () => TableExplanation.Of(Table, row, inputs))
            : DecisionResult.WithoutRow(this, Table.Case(inputs));
    }

    // The values of a row are facts once and for all.
    private static Fact[] Values(DecisionRow row, IReadOnlyList<FactType> types) => [.. row.Values.Select((value, at) =>
        types[at].Kind == FactKind.Truth ? Fact.Of(value.Word is "true")
        : value.Word is { } word ? Fact.Of(word)
        : Fact.Of(value.Number))];

    private static Func<CaseScope, RuleValue> Find(string name)
    {
        var dot = name.LastIndexOf('.');
        var (root, field) = dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
        return dot < 0
            ? scope => Value(name, scope.Value(name), scope)
            : scope => Value(name, scope.Field(root, field), scope);
    }

    private static RuleValue Value(string name, Fact fact, CaseScope scope) => fact.Kind switch
    {
        FactKind.Number => RuleValue.Of(fact.Number),
        FactKind.Truth => RuleValue.Of(fact.Truth),
        FactKind.Text => RuleValue.Of(fact.Text),
        _ => throw new RuleEvaluationException("SUP5251", name, Packs.Invariant.Text(scope.On)),
    };
}
