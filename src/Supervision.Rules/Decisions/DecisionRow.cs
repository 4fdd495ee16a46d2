namespace Supervision.Rules.Decisions;

/// <summary>One row: a test for each input, a value for each output.</summary>
/// <param name="Number">Its number in the table, from 1.</param>
/// <param name="Tests">Tests in the order of the inputs.</param>
/// <param name="Values">Values in the order of the outputs.</param>
/// <param name="Note">What the author says about it, or "".</param>
internal sealed record DecisionRow(int Number, UnaryTest[] Tests, RuleValue[] Values, string Note);
