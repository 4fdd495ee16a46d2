using Microsoft.Extensions.DependencyInjection.Extensions;
using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Credit;
using Supervision.Rules.Packs;
using Supervision.Rules.Risk;
using Supervision.Rules.Warnings;
using Supervision.Warnings;

namespace Supervision;

/// <summary>Lets rule packs decide.</summary>
public static class SupervisionRulesExtensions
{
    /// <summary>
    /// Answers credit, risk and draw ratios from the packs of a registry. Safe to call twice; the first call counts.
    /// </summary>
    /// <exception cref="Rules.RuleEvaluationException">SUP5057: one of the three questions has no policy, or two.</exception>
    public static SupervisionBuilder UseRulePacks(this SupervisionBuilder builder, RulePackRegistry packs)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(packs);
        builder.Services.TryAddSingleton<ICreditPolicy>(
            new CreditPolicy(packs, packs.PolicyFor(RulePackPurpose.Credit)));
        builder.Services.TryAddSingleton<IRiskPolicy>(new RiskPolicy(packs, packs.PolicyFor(RulePackPurpose.Risk)));
        builder.Services.TryAddSingleton<IDrawRatioPolicy>(
            new DrawRatioPolicy(packs, packs.PolicyFor(RulePackPurpose.DrawRatios)));
        builder.Services.TryAddSingleton<IWarningModels>(new WarningModels(packs));
        return builder;
    }
}
