using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>A public page of plans, or of what came of them, by agency and area, page by page.</summary>
internal abstract class FilteredPage(PublicPlans plans) : PageModel
{
    public PublicFilter Filter { get; private set; } = PublicFilter.All;

    /// <summary>Agencies that have a plan, by id, with their names.</summary>
    public IReadOnlyList<(string Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>Division codes of the plans.</summary>
    public IReadOnlyList<string> Areas { get; private set; } = [];

    /// <summary>Address of the next page, or null.</summary>
    public string? Next { get; private set; }

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater { get; private set; }

    /// <summary>Takes what is asked for, and reads what can be chosen.</summary>
    protected async Task ChooseAsync(string? agency, string? area, string? after, CancellationToken cancellationToken)
    {
        (Filter, IsLater) = (new PublicFilter(agency, area), after is not null);
        (Agencies, Areas) = await plans.ChoicesAsync(cancellationToken);
    }

    /// <summary>Links to the page after a key; null when that is all.</summary>
    protected void GoOn(string? next)
    {
        var query = QueryString.Empty.Add("after", next ?? "");
        query = Filter.Agency is { } agency ? query.Add("agency", agency) : query;
        query = Filter.Area is { } area ? query.Add("area", area) : query;
        Next = next is null ? null : Request.Path + query.ToUriComponent();
    }
}
