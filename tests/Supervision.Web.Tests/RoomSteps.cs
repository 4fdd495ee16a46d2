using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Web.Tests;

/// <summary>A plan to draw for, and one act of its room.</summary>
internal static class RoomSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Approves a plan of the city, for today.</summary>
    public static async Task ApproveAsync(this WebFixture web, string id)
    {
        var desk = web.Services.GetRequiredService<CommandDesk>();
        var planner = new Actor("planner", "330700") { Roles = Roles.Planner };
        var today = web.Services.GetRequiredService<AuthorityClock>().Today;
        var request = new PlanRequest(
            id, "抽取室检验", "330700", "33070100200100", "330700", today, today, [.. "ABCD".Select(tier => new TierRate(tier.ToString(), DrawRate.Whole / 4))], 1, 0, "test");
        (await desk.RunAsync<ApprovePlan, Outcome<InspectionPlan>>(planner, approve => approve.RunAsync(request, planner, Cancellation), Cancellation)).OrThrow();
    }

    /// <summary>How many announcements of the city the log has whose programme begins so; the draw of officers of a plan is "PLAN.officers".</summary>
    public static Task<int> AnnouncedAsync(this WebFixture web, string programme) => web.Services.GetRequiredService<CommandDesk>().RunAsync<IDrawStore, int>(
        new Actor("drawer", "330700") { Roles = Roles.Drawer },
        async draws => (await draws.ListAnnouncementsAsync("330700", Cancellation)).Count(entry => entry.Programme.StartsWith(programme, StringComparison.Ordinal)),
        Cancellation);

    /// <summary>Presses the button of an act, and sees the room as it is after it.</summary>
    public static async Task ActAsync(this IPage page, string button, string next)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-current=step]")).ToHaveTextAsync(next);
    }
}
