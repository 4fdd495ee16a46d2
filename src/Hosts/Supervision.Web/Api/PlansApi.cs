using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Hosting.Plans;
using Supervision.Inspections;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Time;
using Supervision.Web.DrawRoom;

namespace Supervision.Web.Api;

/// <summary>Inspection plans of one's own agency, the merging of yearly plans, and the draw room of each plan.</summary>
internal static class PlansApi
{
    public static void MapPlans(this RouteGroupBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("plans");
        plans.MapList("", "plans of one's agency, those that begin last first", async (call, page) => await call.Get<IDrawStore>().ListNewestPlansAsync(null, null, page.After, page.Limit, call.Stopped), plan => plan.Id);
        plans.MapFind("ratios", "ratios of the rule pack in force on a day, for a plan to take over", call =>
            Task.FromResult<DrawRatios?>(call.Get<IDrawRatioPolicy>().RatiosOn(call.Value<DateOnly>("on") ?? call.Get<AuthorityClock>().Today))).Takes("on", "the day; today if absent");
        plans.MapFind("{id}", "one plan", call => call.Get<IDrawStore>().FindPlanAsync(call.Id, call.Stopped), ApiThing.Plan.Missing);
        plans.MapCommand<ApprovePlan, PlanRequest, InspectionPlan>("", "approves a plan", (approve, call) => approve.RunAsync(call.Body, call.Actor, call.Stopped));
        plans.MapPost("merge", (IHttpContextAccessor accessor) => MergeAsync(accessor.HttpContext!)).Says("merges yearly plans of several agencies into few visits; nothing is kept")
            .Accepts<PlansToMerge>("application/json").Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        plans.MapFind("{id}/room", "where the draw room of a plan stands", RoomAsync, ApiThing.Plan.Missing);
        plans.MapStep<AnnounceDraw>("{id}/announcement", "freezes the frame and announces the next draw", RoomStep.Announce);
        plans.MapStep<MakeDraw>("{id}/draw", "opens the secrets and draws the subjects", RoomStep.Draw);
        plans.MapStep<AssignOfficers>("{id}/officers", "draws the officers", RoomStep.Match);
        plans.MapStep<PublishDraw>("{id}/publication", "verifies the result and hands it out", RoomStep.Publish);
        plans.MapGet("{id}/progress", (ApiRooms rooms) => rooms.ProgressAsync()).Says("what happens in the draw room, as server-sent events: line, refused, over")
            .Produces<string>(contentType: "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound);
        plans.MapCommand<VoidDraw, VoidReason, LoggedAnnouncement>("{id}/void", "declares the announced draw void", (end, call) =>
            end.RunAsync(call.Id, call.Body.Reason, call.Body.WithheldBy, call.Actor, call.Stopped), ApiThing.Plan);
    }

    private static void MapStep<TUseCase>(this RouteGroupBuilder plans, string pattern, string summary, RoomStep step)
        where TUseCase : class =>
        plans.MapPost(pattern, (ApiRooms rooms) => rooms.StartAsync<TUseCase>(step)).Says(summary).Accepts<RoomFacts>("application/json").WithMetadata(new UseCaseOf(typeof(TUseCase)))
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<RoomView?> RoomAsync(ApiCall call) =>
        await call.Get<IDrawStore>().FindPlanAsync(call.Id, call.Stopped) is not { } plan ? null
        : RoomView.Of(await RoomState.OfAsync(plan, call.Get<IDrawStore>(), call.Get<RoomActs>(), call.Stopped), call.Get<DrawRooms>().Find(call.Id));

    private static async Task<IResult> MergeAsync(HttpContext http)
    {
        var (_, given) = await ApiBody.ReadAsync<PlansToMerge>(http);
        var checks = given.Plans.SelectMany(plan => plan.ToPlan().Checks().OrThrow()).ToList();
        return checks.GroupBy(check => check.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? ApiProblem.Of(Refusal.Of("SUP7320", twice.Key))
            : TypedResults.Text(MergedPlanFile.Write(PlanMerger.Merge(checks, (given.Rules ?? new MergeRulesFile()).ToRules())), "application/json");
    }

    /// <summary>Yearly plans to merge.</summary>
    /// <param name="Plans">A plan for each agency.</param>
    /// <param name="Rules">What the merging respects, or null.</param>
    internal sealed record PlansToMerge(IReadOnlyList<YearlyPlanFile> Plans, MergeRulesFile? Rules);
}
