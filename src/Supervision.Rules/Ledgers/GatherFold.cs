using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>Folds what a <c>gather</c> names. Sums, means and quotients are exact until their declared rounding.</summary>
internal static class GatherFold
{
    public static Fact Of(Gather gather, CaseScope scope)
    {
        if (gather.Quotient is { } quotient)
        {
            return Quotient(gather, scope.Value(quotient.Dividend), scope.Value(quotient.Divisor));
        }

        var found = GatherElements.Of(gather, scope).Where(one => gather.Where is not { } where || where.Truth(one)).ToList();
        if (gather.Last is { } last && gather.Source is not GatherSource.PastItems)
        {
            if (found.Count < last)
            {
                return Empty(gather, scope);
            }

            found = found[^last..];
        }

        return gather.Fold switch
        {
            "count" => Fact.Of((decimal)found.Count),
            "any" => Fact.Of(found.Exists(one => gather.Value?.Truth(one) ?? true)),
            "all" => Fact.Of(found.TrueForAll(one => gather.Value!.Truth(one))),
            "sum" => Fact.Of(found.Sum(one => gather.Value!.Number(one))),
            "list" => Fact.List([.. found.Select(one => gather.Value!.Evaluate(one)).Distinct()]),
            _ when found.Count == 0 => Empty(gather, scope),
            "max" => Fact.Of(found.Max(one => gather.Value!.Number(one))),
            "min" => Fact.Of(found.Min(one => gather.Value!.Number(one))),
            "first" => gather.Value!.Evaluate(found[0]),
            "last" => gather.Value!.Evaluate(found[^1]),
            _ => Fact.Of(gather.Round!.Apply(
                found.Aggregate(Rational.Of(0), (sum, one) => sum.Plus(Rational.Of(gather.Value!.Number(one))))
                    .Over(Rational.Of(found.Count)))),
        };
    }

    private static Fact Quotient(Gather gather, Fact dividend, Fact divisor) => divisor.Number == 0
        ? gather.Empty.Kind == FactKind.Absent ? throw new RuleEvaluationException("SUP5257", gather.Name, "0") : gather.Empty
        : Fact.Of(gather.Round!.Apply(Rational.Of(dividend.Number).Over(Rational.Of(divisor.Number))));

    private static Fact Empty(Gather gather, CaseScope scope) => gather.Empty.Kind == FactKind.Absent
        ? throw new RuleEvaluationException("SUP5257", gather.Name, Invariant.Text(scope.On))
        : gather.Empty;
}
