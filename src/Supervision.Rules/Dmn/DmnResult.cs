using Supervision.Rules.Feel;

namespace Supervision.Rules.Dmn;

/// <summary>What a decision gave. Immutable.</summary>
/// <param name="Value">The value; null where FEEL has no answer, in standard mode.</param>
/// <param name="Tables">Each table that was evaluated, in order, with the rows that matched.</param>
/// <param name="Warnings">Where FEEL had no answer and gave null; at most 100.</param>
public sealed record DmnResult(FeelValue Value, IReadOnlyList<DmnTableTrace> Tables, IReadOnlyList<FeelError> Warnings);
