using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages.Penalties;

/// <summary>Published penalties, a page at a time.</summary>
internal sealed class PenaltiesModel(PublicPenalties penalties) : PageModel
{
    public IReadOnlyList<PublicPenalty> Items { get; private set; } = [];

    /// <summary>Address of the next page, or null.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        (Items, var next) = await penalties.ListAsync(after, cancellationToken);
        Next = next is null ? null : $"/penalties?after={Uri.EscapeDataString(next)}";
    }
}
