using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>The most that repairs give back in a period. Immutable.</summary>
/// <param name="Points">Points, 0 or more.</param>
/// <param name="Per">A length that rolls, or null for the calendar year.</param>
internal sealed record RepairCap(RuleExpression Points, Period? Per);
