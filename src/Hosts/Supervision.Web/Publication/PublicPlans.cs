using Supervision.Catalog;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>The approved plans of all agencies, as the public may see them. One request.</summary>
internal sealed class PublicPlans(IDrawStore draws, IOfficerStore officers, ICatalogStore catalogue)
{
    /// <summary>All plans, those that begin last first.</summary>
    public async Task<IReadOnlyList<PublicPlan>> ListAsync(CancellationToken cancellationToken)
    {
        var agencies = (await officers.ListAgenciesAsync(cancellationToken)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);
        var items = (await catalogue.ListItemsAsync(cancellationToken)).ToDictionary(item => item.Code, item => item.Name, StringComparer.Ordinal);
        return
        [
            .. (await draws.ListPlansAsync(cancellationToken)).OrderByDescending(plan => plan.From).ThenBy(plan => plan.Id, StringComparer.Ordinal)
                .Select(plan => new PublicPlan(plan, agencies.GetValueOrDefault(plan.AgencyId, plan.AgencyId), items.GetValueOrDefault(plan.ItemCode, plan.ItemCode))),
        ];
    }
}
