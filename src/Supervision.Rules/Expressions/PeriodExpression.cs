using Supervision.Rules.Packs;

namespace Supervision.Rules.Expressions;

/// <summary>A period of a pack: as it stands, or looked up in a parameter. Immutable.</summary>
/// <param name="Evaluate">Gives the period on the scope's date.</param>
internal sealed record PeriodExpression(Func<RuleScope, Period> Evaluate);
