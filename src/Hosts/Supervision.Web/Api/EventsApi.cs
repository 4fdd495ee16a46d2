using Supervision.Coordination;
using Supervision.Matters;

namespace Supervision.Web.Api;

/// <summary>Events that agencies handle together: reported, dispatched, assisted, closed.</summary>
internal static class EventsApi
{
    public static void MapEvents(this RouteGroupBuilder api)
    {
        var events = api.MapGroup("/events").WithTags("coordination events");
        events.MapMatters("", MatterKind.Event, "events");
        events.MapCommand<ReportEvent, EventReport, Matter>("", "reports an event", (report, call) => report.RunAsync(call.Body, call.Actor, call.Stopped));
        events.MapCommand<AdvanceEvent, MatterEntry, Matter>("{id}/steps", "takes one step", (advance, call) =>
            advance.RunAsync(call.Id, call.Body, call.Actor, call.Stopped), ApiThing.Matter(MatterKind.Event));
        api.MapGroup("/matters").WithTags("coordination events").MapCommand<SweepOverdue, NoBody, Matter[]>(
            "sweep", "escalates what is overdue now", async (sweep, call) => (await sweep.RunAsync(call.Actor, call.Stopped)).ToArray());
    }
}
