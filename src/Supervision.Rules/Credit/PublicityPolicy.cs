using Supervision.Credit;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using Supervision.Rules.Publishing;

namespace Supervision.Rules.Credit;

/// <summary>
/// Judges by the rule packs of one policy whether a penalty is shown: events <c>PenaltyDetermined</c> (severity, area, measure) and
/// <c>RepairGranted</c> (of, dutyDone, promised), decision <c>公示</c> with the words 公示 and 不公示. Thread-safe.
/// </summary>
public sealed class PublicityPolicy : IPublicityPolicy
{
    /// <summary>The policy that comes with the samples.</summary>
    public const string Shipped = "credit-repair";

    private readonly SubjectPolicy _policy;

    /// <summary>Compiles every version of a policy; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy.</exception>
    public PublicityPolicy(RulePackRegistry registry, string policyId)
        : this(new LiveRulePacks(registry), policyId)
    {
    }

    /// <summary>Compiles every version of a policy, and anew when other packs go live.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy.</exception>
    public PublicityPolicy(LiveRulePacks packs, string policyId) => _policy = new SubjectPolicy(packs, policyId);

    /// <inheritdoc/>
    /// <exception cref="RuleEvaluationException">SUP5055: no version is in force.</exception>
    public PublicityDecision Evaluate(PublishedPenalty penalty, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(penalty);
        List<PolicyEvent> events =
        [
            new(penalty.CaseId, "PenaltyDetermined", penalty.DeterminedOn, 0, Fact.Record(
                ("severity", Fact.Of(penalty.Severity)), ("area", Fact.Of(penalty.Area)), ("measure", Fact.Of(penalty.Measure)))),
        ];
        if (penalty.RepairedOn is { } on)
        {
            events.Add(new($"repair.{penalty.CaseId}", "RepairGranted", on, 1, Fact.Record(
                ("of", Fact.Of(penalty.CaseId)), ("dutyDone", Fact.Of(penalty.DutyDone)), ("promised", Fact.Of(penalty.Promised)))));
        }

        var decision = _policy.Decide(new SubjectHistory(penalty.SubjectId, events), asOf);
        return new PublicityDecision(decision.Result("公示").Value.ToString() != "不公示", decision.Policy, decision.Explanation);
    }
}
