using Supervision.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>A result of another policy, with that policy's own explanation beneath it. Immutable.</summary>
internal sealed class UsedDecision(PackUse use) : PackDecision(use.Name, [(use.Name, use.Type)])
{
    public override DecisionResult Decide(CaseScope scope)
    {
        var used = scope.Used[use.Name];
        if (used.Gap is { } gap)
        {
            return DecisionResult.WithoutRow(this, gap);
        }

        return new DecisionResult(this, [used.Value], () => Explanation.Of(
            used.Value.Kind == Facts.FactKind.Absent
                ? Message.Of("rules.used.none", Name, use.Policy, Invariant.Text(scope.On))
                : Message.Of("rules.used", Name, used.Value.ToString(), use.Decision, used.Policy?.ToString() ?? use.Policy),
            used.Why is { } why ? [why()] : []));
    }
}
