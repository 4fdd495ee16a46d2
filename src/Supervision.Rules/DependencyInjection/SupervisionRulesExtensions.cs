using Microsoft.Extensions.DependencyInjection.Extensions;
using Supervision.Credit;
using Supervision.Policies;
using Supervision.Risk;
using Supervision.Rules.Credit;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Rules.Risk;
using Supervision.Rules.Warnings;
using Supervision.Warnings;

namespace Supervision;

/// <summary>Lets rule packs decide.</summary>
public static class SupervisionRulesExtensions
{
    /// <summary>
    /// Answers credit, risk, draw ratios and warnings from the packs of a registry, which stays as it is. Safe to call twice; the first
    /// call counts.
    /// </summary>
    /// <exception cref="Rules.RuleEvaluationException">SUP5057: one of the three questions has no policy, or two.</exception>
    public static SupervisionBuilder UseRulePacks(this SupervisionBuilder builder, RulePackRegistry packs) =>
        builder.UseRulePacks(new LiveRulePacks(packs));

    /// <summary>
    /// Answers credit, risk, draw ratios and warnings from the packs that are live at the moment of the decision, and reads packs for
    /// <see cref="WritePack"/> and <see cref="PublishPack"/>. Safe to call twice; the first call counts.
    /// </summary>
    /// <exception cref="Rules.RuleEvaluationException">SUP5057: one of the three questions has no policy, or two.</exception>
    public static SupervisionBuilder UseRulePacks(this SupervisionBuilder builder, LiveRulePacks packs)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(packs);
        foreach (var question in (RulePackPurpose[])[RulePackPurpose.Credit, RulePackPurpose.Risk, RulePackPurpose.DrawRatios])
        {
            packs.Current.PolicyFor(question);
        }

        // Compiled when first asked, so that a host may first take the packs of its database.
        builder.Services.TryAddSingleton(packs);
        builder.Services.TryAddSingleton<ICreditPolicy>(_ => new CreditPolicy(packs, packs.Current.PolicyFor(RulePackPurpose.Credit)));
        builder.Services.TryAddSingleton<IRiskPolicy>(_ => new RiskPolicy(packs, packs.Current.PolicyFor(RulePackPurpose.Risk)));
        builder.Services.TryAddSingleton<IDrawRatioPolicy>(_ => new DrawRatioPolicy(packs, packs.Current.PolicyFor(RulePackPurpose.DrawRatios)));
        builder.Services.TryAddSingleton<IPublicityPolicy>(_ => new PublicityPolicy(packs, PublicityPolicy.Shipped));
        builder.Services.TryAddSingleton<IWarningModels>(new WarningModels(packs));
        return builder.ReadRulePacks();
    }

    /// <summary>Reads packs for <see cref="WritePack"/> and <see cref="PublishPack"/>, where none of them decides.</summary>
    public static SupervisionBuilder ReadRulePacks(this SupervisionBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPackReader, StoredPackReader>();
        return builder;
    }
}
