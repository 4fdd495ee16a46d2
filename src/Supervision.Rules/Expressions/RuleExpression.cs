using Supervision.Rules.Facts;

namespace Supervision.Rules.Expressions;

/// <summary>An expression of a pack, read and checked once. Immutable; thread-safe.</summary>
/// <param name="Text">The expression as written.</param>
/// <param name="Type">What it gives.</param>
/// <param name="Numbers">Every number it can ever be, for checks at load; null when that depends on the case.</param>
/// <param name="Names">The names it reads: <c>event.code</c>, <c>前次</c>, <c>监管积分.active</c>, and parameters.</param>
/// <param name="Evaluate">Computes it.</param>
internal sealed record RuleExpression(
    string Text, FactType Type, IReadOnlyList<decimal>? Numbers, IReadOnlyList<string> Names, Func<RuleScope, Fact> Evaluate)
{
    public static RuleExpression Of(decimal number) =>
        new(Packs.Invariant.Text(number), FactType.Number, [number], [], _ => Fact.Of(number));

    public decimal Number(RuleScope scope) => Evaluate(scope) is { Kind: FactKind.Number } number
        ? number.Number
        : throw new RuleEvaluationException("SUP5250", Text, Packs.Invariant.Text(scope.On));

    public bool Truth(RuleScope scope) => Evaluate(scope) is { Kind: FactKind.Truth } truth
        ? truth.Truth
        : throw new RuleEvaluationException("SUP5250", Text, Packs.Invariant.Text(scope.On));
}
