using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>Turns what a pack made of a history into the decision that is handed out.</summary>
internal static class PolicyDecisions
{
    public static PolicyDecision Of(RulePack pack, PackOutcome outcome, string subjectId, DateOnly known) =>
        new(() => Explain(pack, outcome, subjectId))
        {
            SubjectId = subjectId,
            AsOf = outcome.Readings.AsOf,
            KnownOn = known,
            Policy = pack.Reference,
            Uses = [.. outcome.Scope.Used.Values.Select(used => used.Policy).OfType<PolicyReference>().Distinct()],
            Ledgers = [.. pack.Ledgers.Definitions.Zip(outcome.Readings.Ledgers, (ledger, reading) => new LedgerBalance(
                ledger.Name, reading.Active, reading.Unused, reading.Steps, reading.Reached, reading.Rung, ledger.Holder is not null))],
            Results = [.. Decided(outcome), .. pack.Outputs.Select(output => Output(output, outcome))],
            Lines = outcome.Readings.Lines,
        };

    private static IEnumerable<PolicyResult> Decided(PackOutcome outcome) => outcome.Results.SelectMany(result =>
        result.Decision.Outputs.Select((_, at) =>
            new PolicyResult(result.Decision.NameOf(at), "decision", result.Value(at), result.Pending, result.Gap)));

    private static PolicyResult Output(PackOutput output, PackOutcome outcome)
    {
        var of = outcome.Value(output.Of);
        var gap = outcome.Results.FirstOrDefault(result => result.Gap is not null && string.Equals(result.Decision.Name, output.Of, StringComparison.Ordinal))?.Gap;
        return new PolicyResult(output.Name, output.Kind, gap is null ? output.For(of) : of, default, gap, output.Unit, output.AppliesTo);
    }

    /// <summary>Why it came out so: each decision and each ledger.</summary>
    public static Explanation Explain(RulePack pack, PackOutcome outcome, string subjectId)
    {
        var because = outcome.Results.Select(result => result.Why()).Concat(
            pack.Ledgers.Definitions.Select((ledger, at) =>
                LedgerExplanation.Of(ledger, outcome.Readings.Ledgers[at], outcome.Readings.Lines, pack.Source)));
        return Explanation.Of(
            Message.Of("rules.decision", pack.Reference.ToString(), subjectId, Invariant.Text(outcome.Readings.AsOf)), [.. because]).On(pack.Source);
    }
}
