using Supervision.Calendars;
using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Web.Api;

/// <summary>The catalogue of items and checklists, and the calendar of holidays.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this RouteGroupBuilder api)
    {
        var catalogue = api.MapGroup("/catalogue").WithTags("catalogue");
        catalogue.MapList("items", "items of the catalogue", async (call, page) =>
            page.Of(await call.Get<ICatalogStore>().ListItemsAsync(call.Stopped), item => item.Code), item => item.Code);
        catalogue.MapFind("items/{id}", "one item", call => call.Get<ICatalogStore>().FindItemAsync(call.Id, call.Stopped));
        catalogue.MapFind("checklists/{id}", "a checklist, its latest version if none is asked for", call =>
            call.Get<ICatalogStore>().FindChecklistAsync(call.Id, call.Value<int>("version"), call.Stopped)).Takes("version", "version of the checklist");
        catalogue.MapCommand<RegisterCatalog, CatalogFile, CatalogueChange>("", "registers agencies, items and checklists", async (register, call) =>
            (await register.RunAsync(call.Body, call.Actor, call.Stopped)).TryGet(out var changed, out var refusal) ? new CatalogueChange(changed) : refusal);
        catalogue.MapCommand<AdvanceItem, ItemStepToTake, ItemStep>("items/{id}/steps", "takes one step in the life of an item", (advance, call) =>
            advance.RunAsync(call.Id, call.Body.Trigger, call.Actor, call.Stopped));

        var calendar = api.MapGroup("/calendar").WithTags("calendar");
        calendar.MapFind<IReadOnlyList<CalendarNotice>>("", "the notices on holidays that were taken in", async call => await call.Get<ICalendarStore>().ListAsync(call.Stopped));
        calendar.MapCommand<ImportCalendar, CalendarText, CalendarImport>("", "takes a notice in and counts the deadlines anew", (import, call) =>
            import.RunAsync(call.Body.Content, call.Actor, call.Stopped));
    }

    /// <summary>What registering changed.</summary>
    /// <param name="Changed">Entries that were new or differed.</param>
    internal sealed record CatalogueChange(int Changed);
}
