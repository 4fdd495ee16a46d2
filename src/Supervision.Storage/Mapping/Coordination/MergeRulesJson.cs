using Supervision.Coordination;
using Supervision.Storage.Mapping.Catalog;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record MergeRulesJson(int? YearlyCap, BasisJson? CapBasis, int GapDays, string[] LeftInPeace, DelegationJson[] Delegations)
{
    public static MergeRulesJson Of(MergeRules rules) => new(
        rules.YearlyCap, rules.CapBasis is { } basis ? BasisJson.Of(basis) : null, rules.GapDays,
        [.. rules.LeftInPeace.Order(StringComparer.Ordinal)], [.. rules.Delegations.Select(DelegationJson.Of)]);

    public MergeRules ToRules() => new()
    {
        YearlyCap = YearlyCap, CapBasis = CapBasis?.ToBasis(), GapDays = GapDays, LeftInPeace = LeftInPeace.ToHashSet(StringComparer.Ordinal),
        Delegations = [.. Delegations.Select(one => one.ToDelegation())],
    };
}
