using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>The first page of the public: what can be seen and checked here.</summary>
internal sealed class IndexModel(PublicDraws draws) : PageModel
{
    private const int Shown = 5;

    public IReadOnlyList<PublicDraw> Latest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Latest = [.. (await draws.ListAsync(PublicFilter.All, null, cancellationToken)).Page.Take(Shown)];
}
