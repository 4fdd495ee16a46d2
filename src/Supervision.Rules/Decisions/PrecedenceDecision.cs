using Supervision.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>
/// Several rules answer one question: the first named one that has an answer wins, or the strictest on the scale. A rule of another
/// policy that is not in force has none. Each rule's own answer stays in the explanation. Immutable.
/// </summary>
internal sealed class PrecedenceDecision(string name, FactType type, PackScale? scale, IReadOnlyList<string> of, bool isStrictest)
    : PackDecision(name, [(name, type)])
{
    public override DecisionResult Decide(CaseScope scope)
    {
        var answers = of.Where(rule => !scope.IsNotInForce(rule)).Select(rule => (Rule: rule, Value: scope.Value(rule))).ToList();
        if (answers.Count == 0)
        {
            return DecisionResult.WithoutRow(this, string.Join(", ", of));
        }

        var valid = answers.Where(answer => scale is null || scale.Rank(answer.Value.Text) >= 0).ToList();
        var (rule, value) = (isStrictest ? Strictest(valid) : valid.FirstOrDefault()) is { Rule: not null } winner
            ? winner
            : answers[0];
        return new DecisionResult(this, [value], () => Explanation.Of(
            Message.Of(isStrictest ? "rules.strictest" : "rules.first", Name, value.ToString(), rule),
            [.. answers.Select(answer => Explanation.Of(Message.Of("rules.answer", answer.Rule, answer.Value.ToString())))]));
    }

    // On a scale the worst grade is the strictest; of numbers the largest.
    private (string Rule, Fact Value) Strictest(List<(string Rule, Fact Value)> answers) => scale is null
        ? answers.MaxBy(answer => answer.Value.Number)
        : answers.MaxBy(answer => scale.Rank(answer.Value.Text));
}
