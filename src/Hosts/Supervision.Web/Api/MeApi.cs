using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Web.Api;

/// <summary>What concerns whoever is signed in: the person, and the visits that wait for it, whole enough to be made without a network.</summary>
internal static class MeApi
{
    private const int MostVisits = 500;

    public static void MapMe(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("me");
        me.MapFind("", "who is signed in: person, agency, roles of this moment, the officer's certificate", FindAsync);
        me.MapFind("visits", "the tasks that wait for whoever is signed in, each with all that a visit without a network needs", VisitsAsync);
    }

    private static async Task<SignedInOfficer?> FindAsync(ApiCall call)
    {
        var officer = await CardsAsync(call);
        return new SignedInOfficer(call.Actor.Id, call.Actor.AgencyId, call.Actor.Roles.ToString(), officer.GetValueOrDefault(call.Actor.Id));
    }

    private static async Task<IReadOnlyList<VisitKit>?> VisitsAsync(ApiCall call)
    {
        var query = new TaskQuery { AgencyId = call.Actor.AgencyId, OfficerId = call.Actor.Id, Limit = MostVisits };
        var tasks = await call.Get<ITaskStore>().ListAsync(query, call.Stopped);
        var subjects = await call.Get<ISubjectStore>()
            .FindAllAsync([.. tasks.Select(task => task.SubjectId).Distinct(StringComparer.Ordinal)], call.Stopped);
        var cards = await CardsAsync(call);
        var checklists = new Dictionary<ChecklistReference, Checklist?>();
        var kits = new List<VisitKit>();
        foreach (var task in tasks)
        {
            if (!checklists.TryGetValue(task.Checklist, out var checklist))
            {
                checklists[task.Checklist] = checklist = await call.Get<ICatalogStore>()
                    .FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, call.Stopped);
            }

            var log = await call.Get<IOperationStore>().FindAsync(task.Id, call.Stopped);
            var answers = log.Answers(out var conflicts);
            var subject = subjects.GetValueOrDefault(task.SubjectId);
            kits.Add(new VisitKit(
                task, subject?.Name ?? task.SubjectId, subject?.Address ?? "", checklist?.Points ?? [],
                [.. task.OfficerIds.Select(cards.GetValueOrDefault).OfType<OfficerCard>()], answers, conflicts,
                [.. log.Operations.Select(received => received.Operation).Where(operation => operation.Entry is null)]));
        }

        return kits;
    }

    private static async Task<Dictionary<string, OfficerCard>> CardsAsync(ApiCall call) =>
        (await call.Get<IOfficerStore>().ListOfficersAsync(call.Stopped)).ToDictionary(officer => officer.Id, OfficerCard.Of, StringComparer.Ordinal);
}
