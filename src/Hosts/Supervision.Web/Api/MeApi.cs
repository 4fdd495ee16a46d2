using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Web.SignIn;

namespace Supervision.Web.Api;

/// <summary>What concerns whoever is signed in: the person, and the visits that wait for it, whole enough to be made without a network.</summary>
internal static class MeApi
{
    private const int MostVisits = 500;

    public static void MapMe(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me");
        me.MapGet("", FindAsync);
        me.MapGet("visits", VisitsAsync);
    }

    private static async Task<IResult> FindAsync(HttpContext context, SignedIn person, CommandDesk desk)
    {
        var actor = await person.ActorAsync(context.RequestAborted);
        await using var scope = desk.Open(actor);
        var officer = await CardsAsync(scope.ServiceProvider, context.RequestAborted);
        return TypedResults.Json(new SignedInOfficer(actor.Id, actor.AgencyId, actor.Roles.ToString(), officer.GetValueOrDefault(actor.Id)), ApiJson.Options);
    }

    private static async Task<IResult> VisitsAsync(HttpContext context, SignedIn person, CommandDesk desk)
    {
        var actor = await person.ActorAsync(context.RequestAborted);
        await using var scope = desk.Open(actor);
        var services = scope.ServiceProvider;
        var query = new TaskQuery { AgencyId = actor.AgencyId, OfficerId = actor.Id, Limit = MostVisits };
        var tasks = await services.GetRequiredService<ITaskStore>().ListAsync(query, context.RequestAborted);
        var subjects = await services.GetRequiredService<ISubjectStore>()
            .FindAllAsync([.. tasks.Select(task => task.SubjectId).Distinct(StringComparer.Ordinal)], context.RequestAborted);
        var cards = await CardsAsync(services, context.RequestAborted);
        var checklists = new Dictionary<ChecklistReference, Checklist?>();
        var kits = new List<VisitKit>();
        foreach (var task in tasks)
        {
            if (!checklists.TryGetValue(task.Checklist, out var checklist))
            {
                checklists[task.Checklist] = checklist = await services.GetRequiredService<ICatalogStore>()
                    .FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, context.RequestAborted);
            }

            var log = await services.GetRequiredService<IOperationStore>().FindAsync(task.Id, context.RequestAborted);
            var answers = log.Answers(out var conflicts);
            var subject = subjects.GetValueOrDefault(task.SubjectId);
            kits.Add(new VisitKit(
                task, subject?.Name ?? task.SubjectId, subject?.Address ?? "", checklist?.Points ?? [],
                [.. task.OfficerIds.Select(cards.GetValueOrDefault).OfType<OfficerCard>()], answers, conflicts,
                [.. log.Operations.Select(received => received.Operation).Where(operation => operation.Entry is null)]));
        }

        return TypedResults.Json(kits, ApiJson.Options);
    }

    private static async Task<Dictionary<string, OfficerCard>> CardsAsync(IServiceProvider services, CancellationToken stopped) =>
        (await services.GetRequiredService<IOfficerStore>().ListOfficersAsync(stopped)).ToDictionary(officer => officer.Id, OfficerCard.Of, StringComparer.Ordinal);
}
