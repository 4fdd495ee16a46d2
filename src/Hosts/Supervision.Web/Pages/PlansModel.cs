using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>What is going to be inspected: the approved plans of all agencies, with the ratios of their draws and the draws made so far.</summary>
internal sealed class PlansModel(PublicPlans plans, PublicDraws draws) : FilteredPage(plans)
{
    public IReadOnlyList<PublicPlan> Shown { get; private set; } = [];

    /// <summary>Published draws, by plan.</summary>
    public ILookup<string, PublicDraw> Draws { get; private set; } = Array.Empty<PublicDraw>().ToLookup(draw => draw.Plan.Id, StringComparer.Ordinal);

    public async Task OnGetAsync(string? agency, string? area, CancellationToken cancellationToken)
    {
        Shown = await ReadAsync(agency, area, cancellationToken);
        Draws = (await draws.ListAsync(cancellationToken)).ToLookup(draw => draw.Plan.Id, StringComparer.Ordinal);
    }
}
