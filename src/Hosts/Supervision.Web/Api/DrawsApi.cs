using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Sampling;
using Supervision.Web.DrawRoom;

namespace Supervision.Web.Api;

/// <summary>Draws with their subjects, the log of announcements, what was changed after a draw, and the verification of its files.</summary>
internal static class DrawsApi
{
    public static void MapDraws(this RouteGroupBuilder api)
    {
        var draws = api.MapGroup("/draws").WithTags("draws");
        draws.MapList("", "draws, newest first; a sealed one is seen by its own agency only", async (call, page) =>
            await call.Get<IDrawStore>().ListNewestDrawsAsync(null, null, page.After, page.Limit, call.Stopped), draw => draw.Id);
        draws.MapFind<IReadOnlyList<LoggedAnnouncement>>("announcements", "the log of an authority's announcements", async call =>
            await call.Get<IDrawStore>().ListAnnouncementsAsync(call.Demand("authority"), call.Stopped)).Takes("authority", "agency that announced", isRequired: true);
        draws.MapFind("{id}", "one draw", FindAsync, ApiThing.Draw.Missing);
        draws.MapList("{id}/subjects", "who was drawn", DrawnAsync, drawn => drawn.SubjectId).ProducesProblem(StatusCodes.Status404NotFound);
        draws.MapFind("{id}/replacements", "reserves that were used", async call =>
            await FindAsync(call) is null ? null : await call.Get<IDrawStore>().ListReserveUsesAsync(call.Id, call.Stopped), ApiThing.Draw.Missing);
        draws.MapFind("{id}/verification", "verifies the published files: each check with what it expected and found", async call =>
            await FindAsync(call) is null || !call.Get<RoomActs>().Place(call.Id).Exists ? null : call.Get<RoomActs>().Place(call.Id).Verify(), ApiThing.Draw.Missing);
        draws.MapDirect<OpenDraw, NoBody, Draw>("{id}/opening", "unseals a draw after its inspections and publishes its files", (open, call) =>
            call.Get<DrawChanges>().OpenAsync(open, call.Id, call.Actor, call.Stopped), ApiThing.Draw);
        draws.MapDirect<ReplaceSubject, SubjectToReplace, ReserveUse>("{id}/replacements", "takes a reserve in the place of a drawn subject", (replace, call) =>
            call.Get<DrawChanges>().ReplaceAsync(replace, call.Id, call.Body, call.Actor, call.Stopped), ApiThing.Draw);
        draws.MapDirect<RedrawOfficer, OfficerToRedraw, OfficerRedraw[]>("{id}/redraws", "draws another officer in the place of one who cannot come", (redraw, call) =>
            call.Get<DrawChanges>().RedrawAsync(redraw, call.Id, call.Body, call.Actor, call.Stopped), ApiThing.Draw);
    }

    private static async Task<IReadOnlyList<DrawnSubject>> DrawnAsync(ApiCall call, ApiPage page) => await FindAsync(call) is null
        ? throw new RefusedException(Refusal.Of(ApiThing.Draw.Missing, call.Id))
        : await call.Get<IDrawStore>().ListDrawnPageAsync(call.Id, page.After, page.Limit, call.Stopped);

    private static Task<Draw?> FindAsync(ApiCall call) => call.Get<IDrawStore>().FindDrawAsync(call.Id, call.Stopped);
}
