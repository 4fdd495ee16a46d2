using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;

namespace Supervision.Rules.Policies;

/// <summary>Decides by the rule packs of one policy, whatever its question. Thread-safe; holds nothing but compiled packs.</summary>
public sealed class SubjectPolicy
{
    private readonly DatedPolicies<PackVersion> _versions;

    /// <summary>Compiles every version of a policy; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy.</exception>
    public SubjectPolicy(RulePackRegistry registry, string policyId)
        : this(new LiveRulePacks(registry), policyId)
    {
    }

    /// <summary>Compiles every version of a policy, and anew when other packs go live; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy.</exception>
    public SubjectPolicy(LiveRulePacks packs, string policyId) =>
        _versions = new(packs, policyId, (registry, pack) => registry.Version(pack));

    /// <summary>Decides about a subject as of the end of a civil day, from what was recorded up to the end of another.</summary>
    /// <param name="history">Events, attributes and issued results.</param>
    /// <param name="asOf">The day that the decision speaks for.</param>
    /// <param name="knownOn">The day up to which events count as recorded; null for all of them.</param>
    /// <exception cref="RuleEvaluationException">SUP5055: no version is in force. SUP5052, SUP5053, SUP525x: a number or
    /// field is missing, or finer than the scale. A case without a row is a result, no exception.</exception>
    /// <exception cref="ArgumentException">An event or attribute is not what the pack declares, or is there twice.</exception>
    public PolicyDecision Decide(SubjectHistory history, DateOnly asOf, DateOnly? knownOn = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        var version = _versions.On(asOf);
        HistoryCheck.Demand(history, version.Vocabularies);
        return PolicyDecisions.Of(version.Pack, version.Evaluate(history, asOf, knownOn ?? DateOnly.MaxValue), history.SubjectId, knownOn ?? DateOnly.MaxValue);
    }

    /// <summary>
    /// The issued results that what was recorded later makes come out otherwise, oldest first. They stand as issued; a result that
    /// changed twice has two records, each from what the one before said.
    /// </summary>
    /// <param name="history">Events, attributes and issued results.</param>
    /// <param name="knownOn">The day up to which events count as recorded; null for all of them.</param>
    /// <exception cref="RuleEvaluationException">As <see cref="Decide"/>, for the day a result spoke for.</exception>
    /// <exception cref="ArgumentException">An event, attribute or issued result is not what the pack declares.</exception>
    public IReadOnlyList<ResultChange> Changes(SubjectHistory history, DateOnly? knownOn = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. ResultChanges.Of(
            day =>
            {
                var version = _versions.On(day);
                HistoryCheck.Demand(history, version.Vocabularies);
                return (version.Pack, version.Evaluate);
            },
            history,
            knownOn ?? DateOnly.MaxValue)];
    }

    /// <summary>An account of one subject, to which events are posted one by one as they come in.</summary>
    /// <param name="history">What is known at first.</param>
    /// <param name="asOf">The day whose version of the policy keeps the account.</param>
    /// <exception cref="RuleEvaluationException">SUP5055: no version is in force.</exception>
    /// <exception cref="ArgumentException">An event or attribute is not what the pack declares.</exception>
    public SubjectAccount Open(SubjectHistory history, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        var version = _versions.On(asOf);
        HistoryCheck.Demand(history, version.Vocabularies);
        return new SubjectAccount(version, history);
    }

    /// <summary>The version in force on a day.</summary>
    internal PackVersion On(DateOnly day) => _versions.On(day);
}
