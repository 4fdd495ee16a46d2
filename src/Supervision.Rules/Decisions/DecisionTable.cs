namespace Supervision.Rules.Decisions;

/// <summary>A decision table. Immutable.</summary>
/// <param name="Name">Name of the decision.</param>
/// <param name="Hit">What happens when several rows match.</param>
/// <param name="Inputs">Input columns.</param>
/// <param name="Outputs">Output columns, at least one.</param>
/// <param name="Rows">Rows from the top.</param>
internal sealed record DecisionTable(
    string Name, HitPolicy Hit, IReadOnlyList<Column> Inputs, IReadOnlyList<Column> Outputs, DecisionRow[] Rows)
{
    /// <summary>The row that decides. At most one matches in a UNIQUE table, so the uppermost is the one.</summary>
    /// <exception cref="RuleEvaluationException">SUP5050 (noRow): no row matches the case.</exception>
    public DecisionRow Decide(ReadOnlySpan<RuleValue> inputs)
    {
        foreach (var row in Rows)
        {
            if (row.Matches(inputs))
            {
                return row;
            }
        }

        throw new RuleEvaluationException("SUP5050", Name, Case(inputs));
    }

    /// <summary>The row's tests that say something, with their columns.</summary>
    public string Conditions(DecisionRow row) => string.Join(
        ", ", Inputs.Zip(row.Tests).Where(cell => !cell.Second.IsAnything).Select(cell => $"{cell.First.Name} {cell.Second.Text}"));

    private string Case(ReadOnlySpan<RuleValue> inputs)
    {
        var values = inputs.ToArray();
        return string.Join(", ", Inputs.Select((column, at) => $"{column.Name} = {values[at]}"));
    }
}
