using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Web.Publication;

/// <summary>What the public may see of draws. Names nobody: subjects and officers appear by the ids that the bundle publishes.</summary>
internal sealed class PublicDraws(IDrawStore draws, IOfficerStore officers, ITaskStore tasks, AuthorityClock clock)
{
    /// <summary>All draws, newest first, with their plans.</summary>
    public async Task<IReadOnlyList<PublicDraw>> ListAsync(CancellationToken cancellationToken)
    {
        var plans = (await draws.ListPlansAsync(cancellationToken)).ToDictionary(plan => plan.Id, StringComparer.Ordinal);
        var agencies = await AgenciesAsync(cancellationToken);
        return [.. (await draws.ListDrawsAsync(cancellationToken)).Reverse().Select(draw => Join(draw, plans[draw.PlanId], agencies))];
    }

    /// <summary>One draw, or null.</summary>
    public async Task<PublicDraw?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await draws.FindDrawAsync(id, cancellationToken) is not { } draw)
        {
            return null;
        }

        var plan = await draws.FindPlanAsync(draw.PlanId, cancellationToken);
        return Join(draw, plan!, await AgenciesAsync(cancellationToken));
    }

    /// <summary>Subjects of a draw in order of their id, with the officers of their tasks; nobody while the draw is sealed.</summary>
    public async Task<IReadOnlyList<PublicDrawn>> DrawnAsync(string id, CancellationToken cancellationToken)
    {
        if (await draws.FindDrawAsync(id, cancellationToken) is { IsSealed: true })
        {
            return [];
        }

        var teams = (await tasks.ListByDrawAsync(id, cancellationToken)).ToLookup(task => task.SubjectId, StringComparer.Ordinal);
        return
        [
            .. (await draws.ListDrawnAsync(id, cancellationToken)).Select(drawn => new PublicDrawn(
                drawn.SubjectId, drawn.Cell, [.. teams[drawn.SubjectId].SelectMany(task => task.OfficerIds)])),
        ];
    }

    private async Task<Dictionary<string, string>> AgenciesAsync(CancellationToken cancellationToken) =>
        (await officers.ListAgenciesAsync(cancellationToken)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);

    private PublicDraw Join(Draw draw, InspectionPlan plan, Dictionary<string, string> agencies) =>
        new(draw, plan, agencies.GetValueOrDefault(plan.AgencyId, plan.AgencyId), clock.Local(draw.DrawnAt));
}
