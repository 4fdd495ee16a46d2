using Supervision.Decisions;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>A number from an expression, or from readings with declared weights and one final rounding. Immutable.</summary>
/// <param name="name">Name in the pack.</param>
/// <param name="value">The expression, or null where parts say it.</param>
/// <param name="parts">Readings with their weights.</param>
/// <param name="round">The final rounding, or null where the number must be on the scale as it is.</param>
internal sealed class ComputedDecision(
    string name, RuleExpression? value, IReadOnlyList<(RuleExpression Of, decimal Weight)> parts, Rounding? round)
    : PackDecision(name, [(name, value?.Type ?? FactType.Number)])
{
    public override DecisionResult Decide(CaseScope scope)
    {
        if (value is { Type.Kind: not FactKind.Number })
        {
            var fact = value.Evaluate(scope);
            return new DecisionResult(this, [fact], () => Explanation.Of(Message.Of("rules.value", Name, fact.ToString(), value.Text)));
        }

        var terms = value is not null
            ? [(value.Text, Weight: 1m, Number: value.Number(scope))]
            : parts.Select(part => (part.Of.Text, part.Weight, Number: part.Of.Number(scope))).ToList();
        var exact = terms.Aggregate(
            Rational.Of(0), (sum, term) => sum.Plus(Rational.Of(term.Weight).Times(Rational.Of(term.Number))));
        var number = round is not null ? round.Apply(exact) : scope.State.OnScale(terms.Sum(term => term.Weight * term.Number), Name);
        return new DecisionResult(this, [Fact.Of(number)], () => Why(terms, number));
    }

    private Explanation Why(List<(string Text, decimal Weight, decimal Number)> terms, decimal number)
    {
        var lines = terms.ConvertAll(term => Explanation.Of(Message.Of(
            "rules.term", term.Text, Invariant.Text(term.Number), Invariant.Text(term.Weight), Invariant.Signed(term.Weight * term.Number))));
        if (number - terms.Sum(term => term.Weight * term.Number) is not 0 and var rounding)
        {
            lines.Add(Explanation.Of(Message.Of("rules.rounding", Invariant.Signed(rounding), round!.ToString())));
        }

        return Explanation.Of(Message.Of("rules.number", Name, Invariant.Text(number)), [.. lines]);
    }
}
