using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>A decision table. Immutable, thread-safe.</summary>
internal sealed class DecisionTable
{
    private readonly Explanation?[] _explained;
    private readonly string[] _numbers;

    /// <summary>A table that decides by its rows from the top.</summary>
    /// <param name="name">Name of the decision.</param>
    /// <param name="hit">What happens when several rows match.</param>
    /// <param name="inputs">Input columns.</param>
    /// <param name="outputs">Output columns, at least one.</param>
    /// <param name="rows">Rows from the top.</param>
    public DecisionTable(
        string name, HitPolicy hit, IReadOnlyList<Column> inputs, IReadOnlyList<Column> outputs, DecisionRow[] rows)
    {
        (Name, Hit, Inputs, Outputs, Rows) = (name, hit, inputs, outputs, rows);
        Segments = [.. inputs.Select((column, at) => new ColumnSegments(column, [.. rows.Select(row => row.Tests[at])]))];
        Index = new TableIndex(Segments, rows.Length);
        _explained = new Explanation?[rows.Length];
        _numbers = Array.ConvertAll(rows, row => Invariant.Text(row.Number));
    }

    public string Name { get; }

    public HitPolicy Hit { get; }

    public IReadOnlyList<Column> Inputs { get; }

    public IReadOnlyList<Column> Outputs { get; }

    public DecisionRow[] Rows { get; }

    public IReadOnlyList<ColumnSegments> Segments { get; }

    public TableIndex Index { get; }

    /// <summary>
    /// The row that decides. In a UNIQUE table at most one matches, in an ANY table all that match say the same, so the uppermost is
    /// the one.
    /// </summary>
    /// <exception cref="RuleEvaluationException">SUP5050 (noRow): no row matches the case.</exception>
    public DecisionRow Decide(ReadOnlySpan<RuleValue> inputs)
    {
        var row = Index.First(inputs);
        return row >= 0 ? Rows[row] : throw NoRow(inputs);
    }

    /// <summary>The row that decides, or null where no row matches.</summary>
    public DecisionRow? Find(ReadOnlySpan<RuleValue> inputs) => Index.First(inputs) is >= 0 and var row ? Rows[row] : null;

    /// <summary>The error of a case that no row matches.</summary>
    public RuleEvaluationException NoRow(ReadOnlySpan<RuleValue> inputs) => new("SUP5050", Name, Case(inputs));

    /// <summary>The row that decided, in words; made once, as it does not hang on the case.</summary>
    public Explanation Explained(DecisionRow row) => _explained[row.Number - 1] ??= RowExplanation.Of(this, row);

    /// <summary>The number of a row as text.</summary>
    public string NumberOf(DecisionRow row) => _numbers[row.Number - 1];

    /// <summary>The row's tests that say something, with their columns.</summary>
    public string Conditions(DecisionRow row) => string.Join(
        ", ", Inputs.Zip(row.Tests).Where(cell => !cell.Second.IsAnything).Select(cell => $"{cell.First.Name} {cell.Second.Text}"));

    /// <summary>A case in words in which an input that does not matter is null.</summary>
    public string Case(RuleValue?[] values) => string.Join(
        ", ", Inputs.Zip(values).Where(pair => pair.Second is not null).Select(pair => $"{pair.First.Name} = {pair.Second}"));

    /// <summary>The case in words.</summary>
    public string Case(ReadOnlySpan<RuleValue> inputs) => Case(Array.ConvertAll(inputs.ToArray(), value => value.ToString()));

    /// <summary>The case in words, from the words of its values.</summary>
    public string Case(string[] values) => string.Join(", ", Inputs.Select((column, at) => $"{column.Name} = {values[at]}"));
}
