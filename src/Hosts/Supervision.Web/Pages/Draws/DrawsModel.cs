using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>All draws, newest first.</summary>
internal sealed class DrawsModel(PublicDraws draws) : PageModel
{
    public IReadOnlyList<PublicDraw> All { get; private set; } = [];

    /// <summary>Announced and not drawn yet.</summary>
    public IReadOnlyList<PublicNotice> Announced { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        All = await draws.ListAsync(cancellationToken);
        Announced = await draws.ListAnnouncedAsync(cancellationToken);
    }
}
