using Supervision.Sampling;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>What is going to be inspected: the approved plans of all agencies, with the ratios of their draws and the draws made so far.</summary>
internal sealed class PlansModel(PublicPlans plans, PublicDraws draws) : FilteredPage(plans)
{
    private readonly PublicPlans _plans = plans;

    public IReadOnlyList<PublicPlan> Shown { get; private set; } = [];

    /// <summary>Published draws, by plan.</summary>
    public ILookup<string, Draw> Draws { get; private set; } = Array.Empty<Draw>().ToLookup(draw => draw.PlanId, StringComparer.Ordinal);

    public async Task OnGetAsync(string? agency, string? area, string? after, CancellationToken cancellationToken)
    {
        await ChooseAsync(agency, area, after, cancellationToken);
        (Shown, var next) = await _plans.ListAsync(Filter, after, cancellationToken);
        Draws = (await draws.OfPlansAsync(Shown, cancellationToken)).ToLookup(draw => draw.PlanId, StringComparer.Ordinal);
        GoOn(next);
    }
}
