using System.Globalization;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Web.Publication;

/// <summary>
/// What the public may see of draws: announcements at once, results when their files are published. Names nobody: subjects and officers
/// appear by the ids that the bundle publishes.
/// </summary>
internal sealed class PublicDraws(IDrawStore draws, IOfficerStore officers, ITaskStore tasks, AuthorityClock clock, WebSettings settings)
{
    private const int PageSize = 50;
    private const int MostAnnounced = 200;

    /// <summary>A page of published draws, newest first, with their plans, and the key to go on after; null when that is all.</summary>
    public async Task<(IReadOnlyList<PublicDraw> Page, string? Next)> ListAsync(PublicFilter filter, string? after, CancellationToken cancellationToken)
    {
        var page = await draws.ListNewestDrawsAsync(filter.Agency, filter.Area, after, PageSize, cancellationToken);
        return (await WithPlansAsync(page, cancellationToken), page.Count == PageSize ? page[^1].Id : null);
    }

    /// <summary>All of them, page after page.</summary>
    public IAsyncEnumerable<PublicDraw> AllAsync(CancellationToken cancellationToken) =>
        PageByPage.AllAsync((after, token) => ListAsync(PublicFilter.All, after, token), cancellationToken);

    /// <summary>The published draws of some plans, newest first.</summary>
    public async Task<IReadOnlyList<Draw>> OfPlansAsync(IReadOnlyList<PublicPlan> plans, CancellationToken cancellationToken) =>
        [.. (await draws.ListDrawsOfPlansAsync([.. plans.Select(plan => plan.Plan.Id)], cancellationToken)).Where(IsPublished)];

    /// <summary>What is announced and not drawn yet, the last first.</summary>
    public async Task<IReadOnlyList<PublicNotice>> ListAnnouncedAsync(PublicFilter filter, CancellationToken cancellationToken)
    {
        var open = await draws.ListOpenAnnouncementsAsync(filter.Agency, filter.Area, MostAnnounced, cancellationToken);
        var agencies = await AgencyNames.ReadAsync(officers, open.Select(entry => entry.Authority), cancellationToken);
        var plans = await PlansAsync(open.Select(entry => entry.Programme), cancellationToken);
        return
        [
            .. open.Select(entry => new PublicNotice(
                entry.Draw.DrawId, plans[entry.Programme].Name, agencies[entry.Authority], entry.PublishedAt is { } at ? clock.Local(at) : null, entry.Hash)),
        ];
    }

    /// <summary>Whether a draw of this id has public files: it is drawn, or announced.</summary>
    public async Task<bool> IsKnownAsync(string id, CancellationToken cancellationToken)
    {
        if (await draws.FindDrawAsync(id, cancellationToken) is not null)
        {
            return true;
        }

        // The id of a draw is its programme, which is a plan, and its number.
        var at = id.LastIndexOf('-');
        return at > 0 && int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await draws.FindPlanAsync(id[..at], cancellationToken) is { } plan
            && await draws.FindAnnouncementAsync(new DrawNumber(plan.AgencyId, plan.Id, number), cancellationToken) is { State: AnnouncementState.Announced };
    }

    /// <summary>One published draw, or null.</summary>
    public async Task<PublicDraw?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await draws.FindDrawAsync(id, cancellationToken) is not { } draw || !IsPublished(draw))
        {
            return null;
        }

        return (await WithPlansAsync([draw], cancellationToken))[0];
    }

    /// <summary>A page of the subjects of a draw in order of their id, with the officers of their tasks and what they found; nobody while the draw is sealed.</summary>
    public async Task<IReadOnlyList<PublicDrawn>> DrawnAsync(string id, string? after, int limit, CancellationToken cancellationToken)
    {
        if (await draws.FindDrawAsync(id, cancellationToken) is not { IsSealed: false } draw || !IsPublished(draw))
        {
            return [];
        }

        var page = await draws.ListDrawnPageAsync(id, after, limit, cancellationToken);
        var teams = (await tasks.ListOfDrawnAsync(id, [.. page.Select(drawn => drawn.SubjectId)], cancellationToken))
            .ToLookup(task => task.SubjectId, StringComparer.Ordinal);
        return
        [
            .. page.Select(drawn => new PublicDrawn(
                drawn.SubjectId, drawn.Cell, [.. teams[drawn.SubjectId].SelectMany(task => task.OfficerIds)],
                [.. teams[drawn.SubjectId].Select(task => PublicResult.Of(task, ResultCodes.Shipped)).OfType<PublicResult>()])),
        ];
    }

    /// <summary>The civil day of an instant, as the authority counts.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.Local(instant).DateTime);

    // The result is public with its files, not with the row in the database.
    private bool IsPublished(Draw draw) => File.Exists(Path.Combine(settings.Published, draw.Id, BundleFile.Reveal));

    private async Task<IReadOnlyList<PublicDraw>> WithPlansAsync(IReadOnlyList<Draw> page, CancellationToken cancellationToken)
    {
        var published = page.Where(IsPublished).ToList();
        var plans = await PlansAsync(published.Select(draw => draw.PlanId), cancellationToken);
        var agencies = await AgencyNames.ReadAsync(officers, plans.Values.Select(plan => plan.AgencyId), cancellationToken);
        return published.ConvertAll(draw => new PublicDraw(draw, plans[draw.PlanId], agencies[plans[draw.PlanId].AgencyId], clock.Local(draw.DrawnAt)));
    }

    private async Task<Dictionary<string, InspectionPlan>> PlansAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        (await draws.FindPlansAsync([.. ids.Distinct(StringComparer.Ordinal)], cancellationToken)).ToDictionary(plan => plan.Id, StringComparer.Ordinal);
}
