using Supervision.Rules.Packs.Expressions;

namespace Supervision.Rules.Ledgers;

/// <summary>What a step posts in another ledger. Immutable.</summary>
/// <param name="On">The ledger that the step goes to.</param>
/// <param name="Points">What a step posts there.</param>
internal sealed record FullEffect(string On, RuleExpression Points);
