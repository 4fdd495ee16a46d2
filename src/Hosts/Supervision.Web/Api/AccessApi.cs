using Supervision.Audit;
using Supervision.Events;

namespace Supervision.Web.Api;

/// <summary>Who may do what, what was done under break-glass and not reviewed, and events sent anew.</summary>
internal static class AccessApi
{
    public static void MapAccess(this RouteGroupBuilder api)
    {
        var access = api.MapGroup("/access").WithTags("access");
        access.MapList("grants", "roles that are granted", async (call, page) => page.Of(await call.Get<IRoleStore>().ListAsync(call.Stopped), KeyOf), KeyOf);
        access.MapCommand<GrantRoles, RoleGrant, RoleGrant>("grants", "grants roles to somebody of one's agency, in place of an earlier grant", (grant, call) =>
            grant.RunAsync(call.Body, call.Actor, call.Stopped));
        access.MapCommand<EndSessions, NoBody, EndedSessions>("sessions/{id}/end", "ends all sessions of a person", async (end, call) =>
            (await end.RunAsync(call.Id, call.Actor, call.Stopped)).TryGet(out var ended, out var refusal) ? new EndedSessions(ended.Length) : refusal);
        access.MapAsk<ReviewGlass, JournalEntry[]>("glass", "what was done under break-glass and not reviewed yet", async (review, call) =>
            (await review.ListOpenAsync(call.Stopped)).ToArray());
        access.MapCommand<ReviewGlass, Reason, JournalEntry>("glass/{id}/review", "records the review", (review, call) =>
            review.RunAsync(call.Id, call.Body.Text, call.Actor, call.Stopped));
        access.MapCommand<ReplayEvents, NoBody, Replayed>("subscribers/{id}/replay", "sends a subscriber anew what was parked", async (replay, call) =>
            new Replayed(await replay.RunAsync(call.Id, call.Actor, call.Stopped)));
    }

    private static string KeyOf(RoleGrant grant) => $"{grant.ActorId}@{grant.AgencyId}";

    /// <summary>What was ended.</summary>
    /// <param name="Sessions">Number of sessions.</param>
    internal sealed record EndedSessions(int Sessions);

    /// <summary>What is sent anew.</summary>
    /// <param name="Events">Number of events.</param>
    internal sealed record Replayed(int Events);
}
