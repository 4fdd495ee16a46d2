using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;
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
        me.MapGet("agency", AgencyAsync);
    }

    private static async Task<IResult> FindAsync(HttpContext context, SignedIn person, CommandDesk desk)
    {
        var actor = await person.ActorAsync(context.RequestAborted);
        await using var scope = desk.Open(actor);
        var known = await scope.ServiceProvider.GetRequiredService<IOfficerStore>().FindOfficersAsync([actor.Id], context.RequestAborted);
        var officer = known.Select(OfficerCard.Of).SingleOrDefault();
        return TypedResults.Json(new SignedInOfficer(actor.Id, actor.AgencyId, actor.Roles.ToString(), officer), ApiJson.Options);
    }

    private static async Task<IResult> AgencyAsync(HttpContext context, SignedIn person, CommandDesk desk, AuthorityClock clock)
    {
        var actor = await person.ActorAsync(context.RequestAborted);
        await using var scope = desk.Open(actor);
        var officers = scope.ServiceProvider.GetRequiredService<IOfficerStore>();
        var agency = (await officers.ListAgenciesAsync(context.RequestAborted)).FirstOrDefault(one => one.Id == actor.AgencyId);
        var staff = await officers.ListOfAgencyAsync(actor.AgencyId, context.RequestAborted);
        var fields = staff.SelectMany(officer => officer.Fields).ToHashSet(StringComparer.Ordinal);
        var items = (await scope.ServiceProvider.GetRequiredService<ICatalogStore>().ListItemsAsync(context.RequestAborted))
            .Where(item => item.ChecklistId is not null && fields.Contains(item.Field) && item.MayBeInspectedOn(clock.Today));
        return TypedResults.Json(
            new OwnAgency(agency?.Name ?? actor.AgencyId, [.. staff.Select(OfficerCard.Of)], [.. items.Select(item => new OfferedItem(item.Code, item.Name))]),
            ApiJson.Options);
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
        var cards = (await services.GetRequiredService<IOfficerStore>()
            .FindOfficersAsync([.. tasks.SelectMany(task => task.OfficerIds).Distinct(StringComparer.Ordinal)], context.RequestAborted))
            .ToDictionary(officer => officer.Id, OfficerCard.Of, StringComparer.Ordinal);
        var logs = await services.GetRequiredService<IOperationStore>().FindAllAsync([.. tasks.Select(task => task.Id)], context.RequestAborted);
        var checklists = new Dictionary<ChecklistReference, Checklist?>();
        var kits = new List<VisitKit>();
        foreach (var task in tasks)
        {
            if (!checklists.TryGetValue(task.Checklist, out var checklist))
            {
                checklists[task.Checklist] = checklist = await services.GetRequiredService<ICatalogStore>()
                    .FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, context.RequestAborted);
            }

            var log = logs.GetValueOrDefault(task.Id) ?? OperationLog.Empty(task.Id);
            var answers = log.Answers(out var conflicts);
            var subject = subjects.GetValueOrDefault(task.SubjectId);
            kits.Add(new VisitKit(
                task, subject?.Name ?? task.SubjectId, subject?.Address ?? "", checklist?.Points ?? [],
                [.. task.OfficerIds.Select(cards.GetValueOrDefault).OfType<OfficerCard>()], answers, conflicts,
                [.. log.Operations.Select(received => received.Operation).Where(operation => operation.Entry is null)]));
        }

        return TypedResults.Json(kits, ApiJson.Options);
    }
}
