using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Credit;
using Supervision.Rules.Packs;
using Supervision.Rules.Risk;

namespace Supervision.Rules.WhatIf;

/// <summary>The three policies by which a subject is judged and drawn. Immutable.</summary>
/// <param name="Credit">Points, composite score, grade.</param>
/// <param name="Risk">Class and weight.</param>
/// <param name="Ratios">How densely each class is drawn.</param>
public sealed record PolicySet(ICreditPolicy Credit, IRiskPolicy Risk, IDrawRatioPolicy Ratios)
{
    /// <summary>The set that the packs of a registry make.</summary>
    /// <exception cref="RuleEvaluationException">SUP5057: one of the three questions has no policy, or two.</exception>
    public static PolicySet Of(RulePackRegistry packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return new PolicySet(
            new CreditPolicy(packs, packs.PolicyFor(RulePackPurpose.Credit)),
            new RiskPolicy(packs, packs.PolicyFor(RulePackPurpose.Risk)),
            new DrawRatioPolicy(packs, packs.PolicyFor(RulePackPurpose.DrawRatios)));
    }
}
