using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

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
        me.MapFind("agency", "of the own agency: its name, its officers' certificates, the items it may inspect today", AgencyAsync);
    }

    private static async Task<SignedInOfficer?> FindAsync(ApiCall call)
    {
        var known = await call.Get<IOfficerStore>().FindOfficersAsync([call.Actor.Id], call.Stopped);
        return new SignedInOfficer(call.Actor.Id, call.Actor.AgencyId, call.Actor.Roles.ToString(), known.Select(OfficerCard.Of).SingleOrDefault());
    }

    private static async Task<OwnAgency?> AgencyAsync(ApiCall call)
    {
        var (actor, officers) = (call.Actor, call.Get<IOfficerStore>());
        var agency = (await officers.FindAgenciesAsync([actor.AgencyId], call.Stopped)).FirstOrDefault();
        var staff = await officers.ListOfAgencyAsync(actor.AgencyId, call.Stopped);
        var fields = staff.SelectMany(officer => officer.Fields).ToHashSet(StringComparer.Ordinal);
        var today = call.Get<AuthorityClock>().Today;
        var items = (await call.Get<ICatalogStore>().ListItemsAsync(call.Stopped))
            .Where(item => item.ChecklistId is not null && fields.Contains(item.Field) && item.MayBeInspectedOn(today));
        return new OwnAgency(agency?.Name ?? actor.AgencyId, [.. staff.Select(OfficerCard.Of)], [.. items.Select(item => new OfferedItem(item.Code, item.Name))]);
    }

    private static async Task<IReadOnlyList<VisitKit>?> VisitsAsync(ApiCall call)
    {
        var query = new TaskQuery { AgencyId = call.Actor.AgencyId, OfficerId = call.Actor.Id, Limit = MostVisits };
        var tasks = await call.Get<ITaskStore>().ListAsync(query, call.Stopped);
        var subjects = await call.Get<ISubjectStore>()
            .FindAllAsync([.. tasks.Select(task => task.SubjectId).Distinct(StringComparer.Ordinal)], call.Stopped);
        var cards = (await call.Get<IOfficerStore>()
            .FindOfficersAsync([.. tasks.SelectMany(task => task.OfficerIds).Distinct(StringComparer.Ordinal)], call.Stopped))
            .ToDictionary(officer => officer.Id, OfficerCard.Of, StringComparer.Ordinal);
        var logs = await call.Get<IOperationStore>().FindAllAsync([.. tasks.Select(task => task.Id)], call.Stopped);
        var checklists = new Dictionary<ChecklistReference, Checklist?>();
        var kits = new List<VisitKit>();
        foreach (var task in tasks)
        {
            if (!checklists.TryGetValue(task.Checklist, out var checklist))
            {
                checklists[task.Checklist] = checklist = await call.Get<ICatalogStore>()
                    .FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, call.Stopped);
            }

            var log = logs.GetValueOrDefault(task.Id) ?? OperationLog.Empty(task.Id);
            var answers = log.Answers(out var conflicts);
            var subject = subjects.GetValueOrDefault(task.SubjectId);
            kits.Add(new VisitKit(
                task, subject?.Name ?? task.SubjectId, subject?.Address ?? "", checklist?.Points ?? [],
                [.. task.OfficerIds.Select(cards.GetValueOrDefault).OfType<OfficerCard>()], answers, conflicts,
                [.. log.Operations.Select(received => received.Operation).Where(operation => operation.Entry is null)]));
        }

        return kits;
    }
}
