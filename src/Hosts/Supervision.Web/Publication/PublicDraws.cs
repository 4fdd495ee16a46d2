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
    /// <summary>All published draws, newest first, with their plans.</summary>
    public async Task<IReadOnlyList<PublicDraw>> ListAsync(CancellationToken cancellationToken)
    {
        var plans = (await draws.ListPlansAsync(cancellationToken)).ToDictionary(plan => plan.Id, StringComparer.Ordinal);
        var agencies = await AgenciesAsync(cancellationToken);
        return [.. (await draws.ListDrawsAsync(cancellationToken)).Reverse().Where(IsPublished).Select(draw => Join(draw, plans[draw.PlanId], agencies))];
    }

    /// <summary>What is announced and not drawn yet, the last first.</summary>
    public async Task<IReadOnlyList<PublicNotice>> ListAnnouncedAsync(CancellationToken cancellationToken)
    {
        var plans = (await draws.ListPlansAsync(cancellationToken)).ToDictionary(plan => plan.Id, StringComparer.Ordinal);
        var agencies = await AgenciesAsync(cancellationToken);
        var open = new List<LoggedAnnouncement>();
        foreach (var authority in plans.Values.Select(plan => plan.AgencyId).Distinct(StringComparer.Ordinal))
        {
            open.AddRange((await draws.ListAnnouncementsAsync(authority, cancellationToken)).Where(entry => entry.State == AnnouncementState.Announced));
        }

        return
        [
            .. from entry in open
               where plans.ContainsKey(entry.Programme)
               orderby entry.PublishedAt descending
               select new PublicNotice(
                   entry.Draw.DrawId, entry.Programme, plans[entry.Programme].Name,
                   agencies.GetValueOrDefault(entry.Authority, entry.Authority), entry.PublishedAt is { } at ? clock.Local(at) : null, entry.Hash),
        ];
    }

    /// <summary>Whether a draw of this id has public files: it is drawn, or announced.</summary>
    public async Task<bool> IsKnownAsync(string id, CancellationToken cancellationToken) =>
        await draws.FindDrawAsync(id, cancellationToken) is not null || (await ListAnnouncedAsync(cancellationToken)).Any(notice => notice.Id == id);

    /// <summary>One published draw, or null.</summary>
    public async Task<PublicDraw?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await draws.FindDrawAsync(id, cancellationToken) is not { } draw || !IsPublished(draw))
        {
            return null;
        }

        var plan = await draws.FindPlanAsync(draw.PlanId, cancellationToken);
        return Join(draw, plan!, await AgenciesAsync(cancellationToken));
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

    private async Task<Dictionary<string, string>> AgenciesAsync(CancellationToken cancellationToken) =>
        (await officers.ListAgenciesAsync(cancellationToken)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);

    private PublicDraw Join(Draw draw, InspectionPlan plan, Dictionary<string, string> agencies) =>
        new(draw, plan, agencies.GetValueOrDefault(plan.AgencyId, plan.AgencyId), clock.Local(draw.DrawnAt));
}
