using Supervision.Risk;
using Supervision.Rules.Decisions;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;

namespace Supervision.Rules.Risk;

/// <summary>Reads the draw ratios from the rule packs of one policy. Thread-safe.</summary>
public sealed class DrawRatioPolicy : IDrawRatioPolicy
{
    private readonly DatedPolicies<RulePack> _versions;

    /// <summary>Takes every version of a policy; each answer comes from the one in force on its date.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy. SUP5056: it has no <c>draw:</c> part.</exception>
    public DrawRatioPolicy(RulePackRegistry registry, string policyId)
        : this(new LiveRulePacks(registry), policyId)
    {
    }

    /// <summary>Compiles every version of a policy, and anew when other packs go live; each decision uses the one in force on its as-of day.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy. SUP5056: it has no <c>draw:</c> part.</exception>
    public DrawRatioPolicy(LiveRulePacks packs, string policyId) =>
        _versions = new(packs, policyId, (_, pack) =>
        {
            PackPurpose.Demand(pack, pack.Draw, "draw");
            return pack;
        });

    /// <inheritdoc/>
    /// <exception cref="RuleEvaluationException">SUP5052: a number has no value on the date. SUP5055: no version is
    /// in force.</exception>
    public DrawRatios RatiosOn(DateOnly date)
    {
        var pack = _versions.On(date);
        var draw = pack.Draw!;
        return new DrawRatios(
            pack.Reference,
            [.. Letter.All.Select(letter => One(draw, letter, date))],
            (int)draw.MinPerCell.Get(date).Number,
            (int)draw.CoolDownDays.Get(date).Number);
    }

    private static ClassRatio One(DrawBinding draw, string letter, DateOnly date)
    {
        var (ppm, basis) = draw.Ratio.Get(date, letter);
        var weight = draw.Weight.Get(date, letter).Number;
        return new ClassRatio((CreditRiskClass)Letter.Number(RuleValue.Of(letter)), (int)ppm, (int)weight, basis)
        {
            RestDays = draw.RestDays is { } rest && rest.On(date) is not null ? (int)rest.Get(date, letter).Number : null,
        };
    }
}
