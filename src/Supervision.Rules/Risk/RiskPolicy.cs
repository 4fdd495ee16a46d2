using Supervision.Risk;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;

namespace Supervision.Rules.Risk;

/// <summary>Assesses credit-risk classes by the rule packs of one policy. Thread-safe.</summary>
public sealed class RiskPolicy : IRiskPolicy
{
    private readonly DatedPolicies<CompiledRiskPolicy> _versions;

    /// <summary>Compiles every version of a policy; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy. SUP5056: it has no <c>risk:</c> part.</exception>
    public RiskPolicy(RulePackRegistry registry, string policyId)
        : this(new LiveRulePacks(registry), policyId)
    {
    }

    /// <summary>Compiles every version of a policy, and anew when other packs go live; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy. SUP5056: it has no <c>risk:</c> part.</exception>
    public RiskPolicy(LiveRulePacks packs, string policyId) =>
        _versions = new(packs, policyId, (_, pack) => new CompiledRiskPolicy(pack));

    /// <inheritdoc/>
    /// <exception cref="RuleEvaluationException">SUP5050: the table has no row for the case. SUP5052: a weight has no
    /// value on the date. SUP5055: no version is in force.</exception>
    public RiskDecision Assess(RiskInput input, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _versions.On(asOf).Assess(input, asOf);
    }
}
