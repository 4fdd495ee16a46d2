using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>Takes a pack's decisions from the top. Pure.</summary>
internal static class PackEvaluation
{
    /// <summary>Decides on a day from readings that hold on it.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="readings">Its ledgers.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="used">What other policies say; null where the pack uses none.</param>
    public static PackOutcome Of(RulePack pack, LedgerReadings readings, DateOnly asOf, IReadOnlyDictionary<string, UsedResult>? used = null)
    {
        var decided = new Dictionary<string, Fact>(StringComparer.Ordinal);
        var scope = new CaseScope(readings.State, asOf) { Decided = decided, Readings = readings, Used = used ?? CaseScope.NothingUsed };
        var results = new List<DecisionResult>(pack.Decisions.Count);
        foreach (var decision in pack.Decisions.Values)
        {
            var result = Decide(decision, scope);
            results.Add(result);
            for (var at = 0; at < result.Values.Count; at++)
            {
                decided[decision.NameOf(at)] = result.Values[at];
            }
        }

        return new PackOutcome(readings, results, scope);
    }

    // What builds on a decision without a row has none either.
    private static DecisionResult Decide(PackDecision decision, CaseScope scope)
    {
        try
        {
            return decision.Decide(scope);
        }
        catch (RuleEvaluationException missing) when (missing.Code is CaseScope.Gap)
        {
            return DecisionResult.WithoutRow(decision, missing.Reason.Arguments[0]);
        }
        catch (OverflowException tooLarge)
        {
            throw new RuleEvaluationException(tooLarge, "SUP5250", decision.Name, Invariant.Text(scope.On));
        }
    }
}
