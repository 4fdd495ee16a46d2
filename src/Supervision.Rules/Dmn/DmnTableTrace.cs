namespace Supervision.Rules.Dmn;

/// <summary>One decision table that was evaluated, and the rows that matched.</summary>
/// <param name="Decision">The decision or business knowledge model that holds it.</param>
/// <param name="Rows">The rows that matched, from 1, in the order of the table.</param>
public sealed record DmnTableTrace(string Decision, IReadOnlyList<int> Rows);
