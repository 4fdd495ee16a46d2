using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>The draws of all agencies or of one, newest first.</summary>
internal sealed class DrawsModel(PublicPlans plans, PublicDraws draws) : FilteredPage(plans)
{
    public IReadOnlyList<PublicDraw> Shown { get; private set; } = [];

    /// <summary>Announced and not drawn yet.</summary>
    public IReadOnlyList<PublicNotice> Announced { get; private set; } = [];

    public async Task OnGetAsync(string? agency, string? area, CancellationToken cancellationToken)
    {
        var held = (await ReadAsync(agency, area, cancellationToken)).Select(one => one.Plan.Id).ToHashSet(StringComparer.Ordinal);
        Shown = [.. (await draws.ListAsync(cancellationToken)).Where(draw => held.Contains(draw.Plan.Id))];
        Announced = [.. (await draws.ListAnnouncedAsync(cancellationToken)).Where(notice => held.Contains(notice.PlanId))];
    }
}
