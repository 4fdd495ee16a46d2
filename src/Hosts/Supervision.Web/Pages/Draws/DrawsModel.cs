using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>The draws of all agencies or of one, newest first; before them what is announced and not drawn yet.</summary>
internal sealed class DrawsModel(PublicPlans plans, PublicDraws draws) : FilteredPage(plans)
{
    public IReadOnlyList<PublicDraw> Shown { get; private set; } = [];

    /// <summary>Announced and not drawn yet.</summary>
    public IReadOnlyList<PublicNotice> Announced { get; private set; } = [];

    public async Task OnGetAsync(string? agency, string? area, string? after, CancellationToken cancellationToken)
    {
        await ChooseAsync(agency, area, after, cancellationToken);
        (Shown, var next) = await draws.ListAsync(Filter, after, cancellationToken);
        Announced = IsLater ? [] : await draws.ListAnnouncedAsync(Filter, cancellationToken);
        GoOn(next);
    }
}
