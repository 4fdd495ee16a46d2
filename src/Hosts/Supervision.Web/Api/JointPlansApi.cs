using System.Globalization;
using Supervision.Coordination;
using Supervision.Hosting.Plans;

namespace Supervision.Web.Api;

/// <summary>Yearly plans of several agencies that were merged and stored: approved by a second person, opened as visits, answered on one form.</summary>
internal static class JointPlansApi
{
    public static void MapJointPlans(this RouteGroupBuilder api)
    {
        var plans = api.MapGroup("/joint-plans").WithTags("joint plans");
        plans.MapList("", "joint plans in which one's agency takes part", (call, page) => call.Get<IJointPlanStore>().ListAsync(page.After, page.Limit, call.Stopped), plan => plan.Id);
        plans.MapFind("{id}", "one joint plan, with its savings and what was dropped", call => call.Get<IJointPlanStore>().FindAsync(call.Id, call.Stopped));
        plans.MapCommand<ProposeJointPlan, JointPlanProposal, JointPlan>("", "merges yearly plans and keeps the result for approval", (propose, call) =>
            propose.RunAsync(
                call.Body.Id, call.Body.Year, [.. call.Body.Plans.Select(plan => plan.ToPlan())], (call.Body.Rules ?? new MergeRulesFile()).ToRules(), call.Actor, call.Stopped));
        plans.MapCommand<ApproveJointPlan, NoBody, JointPlan>("{id}/approval", "approves what somebody else proposed", (approve, call) => approve.RunAsync(call.Id, call.Actor, call.Stopped));
        plans.MapCommand<OpenJointVisits, VisitsToOpen, OpenedVisits>("{id}/visits", "opens the visits of some days: a task for each check", (open, call) =>
            open.RunAsync(call.Id, call.Body.From, call.Body.To, call.Body.OfficerIds, call.Actor, call.Stopped));
        plans.MapAsk<ShowJointForm, JointForm>("{id}/visits/{number:int}/form", "the one form of a visit, with the owner of each point", (show, call) =>
            show.RunAsync(call.Id, int.Parse(call.Route("number"), CultureInfo.InvariantCulture), call.Stopped));
    }

    /// <summary>A joint plan to propose.</summary>
    /// <param name="Id">Id of the new plan.</param>
    /// <param name="Year">Year.</param>
    /// <param name="Plans">A yearly plan for each agency.</param>
    /// <param name="Rules">What the merging respects, or null.</param>
    internal sealed record JointPlanProposal(string Id, int Year, IReadOnlyList<YearlyPlanFile> Plans, MergeRulesFile? Rules);

    /// <summary>Visits to open.</summary>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="OfficerIds">Officers who go.</param>
    internal sealed record VisitsToOpen(DateOnly From, DateOnly To, IReadOnlyList<string> OfficerIds);
}
