using Supervision.Rules.Facts;

namespace Supervision.Rules.Expressions;

/// <summary>A part of an expression while it is read.</summary>
internal sealed record ExpressionNode(int Offset, FactType Type, Func<RuleScope, Fact> Evaluate)
{
    public IReadOnlyList<decimal>? Numbers { get; init; }
}
