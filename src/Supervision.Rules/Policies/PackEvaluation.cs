using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>Folds a history and takes the pack's decisions from the top. Pure.</summary>
internal static class PackEvaluation
{
    public static PackOutcome Of(RulePack pack, PackTimeline timeline, SubjectHistory history, DateOnly asOf, DateOnly known) =>
        Of(pack, LedgerRun.Read(history, timeline, asOf, known));

    public static PackOutcome Of(RulePack pack, LedgerReadings readings) => Of(pack, readings, readings.AsOf);

    /// <summary>Decides on a day from readings that hold on it.</summary>
    public static PackOutcome Of(RulePack pack, LedgerReadings readings, DateOnly asOf)
    {
        var decided = new Dictionary<string, Fact>(StringComparer.Ordinal);
        var scope = new CaseScope(readings.State, asOf) { Decided = decided, Readings = readings };
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
