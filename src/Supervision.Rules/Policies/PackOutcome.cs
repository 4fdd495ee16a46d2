using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;

namespace Supervision.Rules.Policies;

/// <summary>What a pack makes of one history: its readings and its decisions, in the order of the pack. Immutable.</summary>
internal sealed record PackOutcome(LedgerReadings Readings, IReadOnlyList<DecisionResult> Results, CaseScope Scope)
{
    public DecisionResult Result(PackDecision decision) => Results.First(result => ReferenceEquals(result.Decision, decision));

    /// <summary>A reading, a gathered number, an attribute or an output of a decision; "noRow" where there is no row.</summary>
    public Fact Value(string name)
    {
        foreach (var result in Results)
        {
            for (var at = 0; at < result.Decision.Outputs.Count; at++)
            {
                if (string.Equals(result.Decision.NameOf(at), name, StringComparison.Ordinal))
                {
                    return result.Value(at);
                }
            }
        }

        var dot = name.LastIndexOf('.');
        return dot < 0 ? Scope.Value(name) : Scope.Field(name[..dot], name[(dot + 1)..]);
    }
}
