using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>A public page of plans, or of what came of them, by agency and area.</summary>
internal abstract class FilteredPage(PublicPlans plans) : PageModel
{
    public PublicFilter Filter { get; private set; } = new(null, null);

    /// <summary>Agencies that have a plan, by id, with their names.</summary>
    public IReadOnlyList<(string Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>Division codes of the plans.</summary>
    public IReadOnlyList<string> Areas { get; private set; } = [];

    /// <summary>Reads all plans for the choices, and gives those that the filter holds.</summary>
    protected async Task<IReadOnlyList<PublicPlan>> ReadAsync(string? agency, string? area, CancellationToken cancellationToken)
    {
        Filter = new PublicFilter(agency, area);
        var all = await plans.ListAsync(cancellationToken);
        Agencies = [.. all.Select(one => (one.Plan.AgencyId, one.Agency)).Distinct().OrderBy(one => one.AgencyId, StringComparer.Ordinal)];
        Areas = [.. all.Select(one => one.Plan.DivisionCode).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. all.Where(one => Filter.Holds(one.Plan))];
    }
}
