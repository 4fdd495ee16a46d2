using Supervision.Coordination;
using Supervision.Storage.Mapping.Catalog;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record DelegationJson(string From, string To, string ItemCode, BasisJson Basis)
{
    public static DelegationJson Of(CheckDelegation one) => new(one.FromAgencyId, one.ToAgencyId, one.ItemCode, BasisJson.Of(one.Basis));

    public CheckDelegation ToDelegation() => new(From, To, ItemCode, Basis.ToBasis());
}
