using Supervision.Credit;
using Supervision.Dossiers;
using Supervision.Lists;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Time;

namespace Supervision.Web.Api;

/// <summary>Subjects of one's own division, their dossiers, credit and lists; officers and recusals.</summary>
internal static class SubjectsApi
{
    public static void MapSubjects(this RouteGroupBuilder api)
    {
        var subjects = api.MapGroup("/subjects").WithTags("subjects");
        subjects.MapList("", "subjects of one's division", (call, page) => call.Get<ISubjectStore>().SearchAsync(
            new SubjectQuery { Text = call.Text("text"), Status = call.Choice<SubjectStatus>("status"), AfterId = page.After, Limit = page.Limit }, call.Stopped), subject => subject.Id)
            .Takes("text", "part of the name, or the beginning of the id").Takes("status", "status of the registration");
        subjects.MapFind("{id}", "one subject", call => call.Get<ISubjectStore>().FindAsync(call.Id, call.Stopped), "SUP3200");
        subjects.MapAsk<ShowDossier, SubjectDossier>("{id}/dossier", "what every agency recorded of a subject; the look is journalled", (show, call) =>
            show.RunAsync(QuestionOf(call), call.Actor, call.Stopped))
            .Takes("asOf", "the day of which it tells; today if absent").Takes("knownOn", "what was known by a day; today if absent")
            .Takes("section", "one section only").Takes("skip", "rows of the section to leave out").Takes("limit", "most rows of a section, 1 to 1,000; 50 if absent");
        subjects.MapFind("{id}/credit", "points and grade, with the explanation", CreditAsync, "SUP3200").Takes("asOf", "the day of which it tells; today if absent");
        subjects.MapFind("{id}/standing", "risk class and weight of the last assessment", async call =>
            await FoundAsync(call) ? await call.Get<IStandingStore>().FindAsync(call.Id, call.Stopped) : null, "SUP3200");
        subjects.MapFind<IReadOnlyList<ListEntry>>("{id}/lists", "entries of lists, past ones too", async call =>
            await FoundAsync(call) ? await call.Get<SubjectLists>().OfAsync(call.Id, call.Stopped) : null, "SUP3200");

        var officers = api.MapGroup("/officers").WithTags("officers");
        officers.MapList<OfficerCard>("", "officers and their certificates", async (call, page) =>
            [.. (await call.Get<IOfficerStore>().ListOfficerPageAsync(page.After, page.Limit, call.Stopped)).Select(OfficerCard.Of)], card => card.Id);
        officers.MapList("agencies", "agencies and their fields", async (call, page) =>
            page.Of(await call.Get<IOfficerStore>().ListAgenciesAsync(call.Stopped), agency => agency.Id), agency => agency.Id);
        officers.MapCommand<DecideRecusal, RecusalToDecide, Recusal>("{id}/recusals", "has an officer stay away from a subject", (decide, call) =>
            decide.RunAsync(call.Id, call.Body.SubjectId, call.Body.Reason, call.Actor, call.Stopped));
    }

    // A subject of another division is not there, and neither is what other tables say of it.
    private static async Task<bool> FoundAsync(ApiCall call) => await call.Get<ISubjectStore>().FindAsync(call.Id, call.Stopped) is not null;

    private static async Task<CreditDecision?> CreditAsync(ApiCall call) => !await FoundAsync(call) ? null
        : call.Get<ICreditPolicy>().Evaluate(
            await call.Get<ICreditEventStore>().FindAsync(call.Id, call.Stopped), call.Value<DateOnly>("asOf") ?? call.Get<AuthorityClock>().Today);

    private static DossierQuestion QuestionOf(ApiCall call) => new(call.Id)
    {
        AsOf = call.Value<DateOnly>("asOf"), KnownOn = call.Value<DateOnly>("knownOn"), Section = call.Choice<DossierSection>("section"),
        Skip = call.Value<int>("skip") ?? 0, Limit = call.Value<int>("limit") ?? 50,
    };
}
