using Supervision.Catalog;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>The approved plans of all agencies, as the public may see them, page by page: those that begin last first. One request.</summary>
internal sealed class PublicPlans(IDrawStore draws, IOfficerStore officers, ICatalogStore catalogue)
{
    private const int PageSize = 50;

    /// <summary>A page by key, and the key to go on after; null when that is all.</summary>
    public async Task<(IReadOnlyList<PublicPlan> Page, string? Next)> ListAsync(PublicFilter filter, string? after, CancellationToken cancellationToken)
    {
        var plans = await draws.ListNewestPlansAsync(filter.Agency, filter.Area, after, PageSize, cancellationToken);
        var agencies = await AgencyNames.ReadAsync(officers, plans.Select(plan => plan.AgencyId), cancellationToken);
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in plans.Select(plan => plan.ItemCode).Distinct(StringComparer.Ordinal))
        {
            items.Add(code, (await catalogue.FindItemAsync(code, cancellationToken))?.Name ?? code);
        }

        return ([.. plans.Select(plan => new PublicPlan(plan, agencies[plan.AgencyId], items[plan.ItemCode]))], plans.Count == PageSize ? plans[^1].Id : null);
    }

    /// <summary>All of them, page after page.</summary>
    public IAsyncEnumerable<PublicPlan> AllAsync(CancellationToken cancellationToken) =>
        PageByPage.AllAsync((after, token) => ListAsync(PublicFilter.All, after, token), cancellationToken);

    /// <summary>What can be chosen: agencies that have a plan, by id, with their names, and the divisions of the plans.</summary>
    public async Task<(IReadOnlyList<(string Id, string Name)> Agencies, IReadOnlyList<string> Areas)> ChoicesAsync(CancellationToken cancellationToken)
    {
        var places = await draws.ListPlanPlacesAsync(cancellationToken);
        string[] ids = [.. places.Select(place => place.AgencyId).Distinct(StringComparer.Ordinal)];
        var names = await AgencyNames.ReadAsync(officers, ids, cancellationToken);
        return ([.. ids.Select(id => (id, names[id]))], [.. places.Select(place => place.DivisionCode).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
