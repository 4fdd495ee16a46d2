using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Documents;

namespace Supervision.Web.Api;

/// <summary>Penalty cases of one's own agency, and their steps.</summary>
internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapList("", "cases of one's agency", (call, page) => call.Get<ICaseStore>().ListPageAsync(
            new CaseQuery { AgencyId = call.Actor.AgencyId, State = call.Choice<CaseState>("state"), AfterId = page.After, Limit = page.Limit }, call.Stopped), one => one.Id)
            .Takes("state", "state of the life-cycle");
        cases.MapFind("{id}", "one case, with its steps", call => call.Get<ICaseStore>().FindAsync(call.Id, call.Stopped), ApiThing.Case.Missing);
        cases.MapCommand<OpenCase, CaseOpening, PenaltyCase>("", "opens a case from a clue", (open, call) =>
            open.RunAsync(call.Body.Id, call.Body.SubjectId, call.Body.Clue, call.Actor, call.Stopped));
        cases.MapCommand<AdvanceCase, CaseEntry, PenaltyCase>("{id}/steps", "takes one step", (advance, call) =>
            advance.RunAsync(call.Id, call.Body, call.Actor, call.Stopped), ApiThing.Case);
        cases.MapCommand<TakeDocumentedStep, CaseStepWithDocument, DocumentedStep>("{id}/documented-steps", "takes one step and issues the document that goes with it", (take, call) =>
            take.RunAsync(call.Id, call.Body.Entry, call.Body.Desk, call.Actor, call.Stopped), ApiThing.Case);
        cases.MapCommand<SendCase, NoBody, PenaltyCase>("{id}/sending", "sends a transferred case to the department's own case system", (send, call) =>
            send.RunAsync(call.Id, call.Actor, call.Stopped), ApiThing.Case);
        cases.MapCommand<TakeCaseReport, CaseReport, PenaltyCase>("reports", "takes what a department's case system reports of a case that was sent to it", (take, call) =>
            take.RunAsync(call.Body, call.Actor, call.Stopped));
        cases.MapCommand<FollowCases, NoBody, CaseFollowUp>("follow", "asks the case systems of departments for what became of the cases that were sent to them", async (follow, call) =>
            await follow.RunAsync(call.Actor, call.Stopped));
    }
}
