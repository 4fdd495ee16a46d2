using Supervision.Credit;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;

namespace Supervision.Rules.Credit;

/// <summary>Scores credit by the rule packs of one policy. Thread-safe; holds nothing but compiled packs.</summary>
public sealed class CreditPolicy : ICreditPolicy
{
    private readonly DatedPolicies<CompiledCreditPolicy> _versions;

    /// <summary>Compiles every version of a policy; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy. SUP5056: it has no <c>credit:</c> part.</exception>
    public CreditPolicy(RulePackRegistry registry, string policyId)
        : this(new LiveRulePacks(registry), policyId)
    {
    }

    /// <summary>Compiles every version of a policy, and anew when other packs go live; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy. SUP5056: it has no <c>credit:</c> part.</exception>
    public CreditPolicy(LiveRulePacks packs, string policyId) =>
        _versions = new(packs, policyId, (registry, pack) => new CompiledCreditPolicy(pack, registry.Timeline(pack)));

    /// <inheritdoc/>
    /// <exception cref="RuleEvaluationException">SUP5050: the grade table has no row for the case. SUP5052: a number
    /// has no value on a date. SUP5053: a repair is finer than the scale. SUP5055: no version is in force.</exception>
    /// <exception cref="ArgumentException">An event belongs to another subject, is there twice, or is a repair
    /// without points.</exception>
    public CreditDecision Evaluate(CreditHistory history, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        return _versions.On(asOf).Evaluate(history, asOf);
    }

    /// <inheritdoc/>
    /// <exception cref="RuleEvaluationException">SUP5052: a number has no value on the date. SUP5055: no version is in force.</exception>
    public CreditTerms Terms(DateOnly on) => _versions.On(on).Terms(on);
}
