namespace Supervision.Rules.Packs.Expressions;

/// <summary>A period of a pack: as it stands, or from an expression. Immutable.</summary>
internal sealed record PeriodExpression(Period Literal, RuleExpression? Expression)
{
    /// <summary>The period on the scope's date.</summary>
    public Period Evaluate(RuleScope scope) => Expression is null ? Literal : Expression.Period(scope);
}
