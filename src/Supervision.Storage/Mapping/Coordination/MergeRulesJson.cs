using Supervision.Coordination;
using Supervision.Inspections;
using Supervision.Storage.Mapping.Catalog;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record MergeRulesJson(int? YearlyCap, BasisJson? CapBasis, int GapDays, string[] LeftInPeace, DelegationJson[] Delegations, int[]? Uncounted)
{
    public static MergeRulesJson Of(MergeRules rules) => new(
        rules.YearlyCap, rules.CapBasis is { } basis ? BasisJson.Of(basis) : null, rules.GapDays,
        [.. rules.LeftInPeace.Order(StringComparer.Ordinal)], [.. rules.Delegations.Select(DelegationJson.Of)],
        [.. rules.Uncounted.Select(source => (int)source).Order()]);

    public MergeRules ToRules() => new()
    {
        YearlyCap = YearlyCap, CapBasis = CapBasis?.ToBasis(), GapDays = GapDays, LeftInPeace = LeftInPeace.ToHashSet(StringComparer.Ordinal),
        Delegations = [.. Delegations.Select(one => one.ToDelegation())],

        // Rules of before name none.
        Uncounted = (Uncounted ?? []).Select(source => (TaskSource)source).ToHashSet(),
    };
}
