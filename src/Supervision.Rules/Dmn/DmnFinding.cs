namespace Supervision.Rules.Dmn;

/// <summary>One thing that a decision table gets wrong as a whole. Immutable.</summary>
/// <param name="Table">Name of the decision or knowledge model that holds the table.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Rows">The rows that it is about, from 1; none for a gap.</param>
/// <param name="Case">A case that shows it, by the columns that matter; empty for a row that matches nothing, and where nothing was judged.</param>
public sealed record DmnFinding(string Table, DmnFindingKind Kind, IReadOnlyList<int> Rows, string Case);
