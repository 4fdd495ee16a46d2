using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Inspections;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>A task opened without a draw, its steps at a desk, its end with a reason, and the look-back after an order to correct.</summary>
public sealed class TaskStepsTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATask_IsOpenedAcceptedEnteredAndTerminated_OnItsPages()
    {
        var page = await web.SignedInAsync("yiwu", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/tasks");
        await page.GetByRole(AriaRole.Link, new() { Name = "New task without a draw" }).ClickAsync();
        await page.Locator("#reference").FillAsync("desk-1");
        await page.Locator("#subject").FillAsync(DemoUsers.Businesses[0].Subject);
        await page.Locator("#item").SelectOptionAsync(await ItemAsync());
        await page.GetByLabel("Officer 1").FillAsync("JH057");
        await page.GetByLabel("Officer 2").FillAsync("JH057");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the task" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP2103");
        var offered = await page.Locator("#officers-offered option").EvaluateAllAsync<string[]>("options => options.map(option => option.value)");
        await page.GetByLabel("Officer 2").FillAsync(offered.Single(officer => officer.EndsWith(" JH058", StringComparison.Ordinal)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the task" }).ClickAsync();
        await StandsAsync(page, "Assigned");
        var address = new Uri(page.Url).AbsolutePath;

        await StepAsync(page, "Accept");
        await StandsAsync(page, "Accepted");
        await ChooseAsync(page, "Log the visit and show the certificates");
        await page.Locator("#code").FillAsync("91999999MA0PR1NT3Q");
        await TakeAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP2112");
        await page.Locator("#code").FillAsync(DemoUsers.Businesses[0].Subject);
        await page.Locator("input[name=present]").First.UncheckAsync();
        await TakeAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("第四十二条");
        await page.Locator("input[name=present]").First.CheckAsync();
        await TakeAsync(page);
        await StandsAsync(page, "On site");
        await ChooseAsync(page, "Record the visit");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open the phone" })).ToHaveAttributeAsync("href", "/m/");
        await ChooseAsync(page, "Terminate");
        await page.Locator("#text").FillAsync("停业，无人在场（示例）");
        await TakeAsync(page);
        await StandsAsync(page, "停业，无人在场（示例）");
        await page.Context.CloseAsync();

        var foreign = await web.SignedInAsync("case-officer");
        Assert.Equal(404, (await foreign.GotoAsync(address))!.Status);
        await foreign.Context.CloseAsync();
    }

    [Fact]
    public async Task AnOrderToCorrect_LeadsToALookBack()
    {
        var page = await web.SignedInAsync("yiwu", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/tasks/" + await OrderedAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Open a look-back" }).ClickAsync();
        Assert.Equal("LookBack", await page.Locator("#source").InputValueAsync());
        await page.Locator("#dueOn").FillAsync("2099-01-04");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the task" }).ClickAsync();
        await StandsAsync(page, "Look-back");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/bureau/tasks/open")]
    [InlineData("/bureau/tasks/open?source=LookBack&reference=none")]
    [InlineData("ordered")]
    [InlineData("complaint.phone-2?step=Terminate")]
    public async Task APage_FitsAndIsAccessible(string path)
    {
        var page = await web.SignedInAsync("yiwu");
        await Judge.FitsAndIsAccessibleAsync(page, path.StartsWith('/') ? path : "/bureau/tasks/" + (path == "ordered" ? await OrderedAsync() : path));
        await page.Context.CloseAsync();
    }

    private static async Task StepAsync(IPage page, string step)
    {
        await ChooseAsync(page, step);
        await TakeAsync(page);
    }

    private static Task ChooseAsync(IPage page, string step) => page.Locator("ul.choices").GetByRole(AriaRole.Link, new() { Name = step, Exact = true }).ClickAsync();

    private static Task TakeAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Take this step" }).ClickAsync();

    private static Task StandsAsync(IPage page, string text) => Assertions.Expect(page.Locator("dl.facts").First).ToContainTextAsync(text);

    // Of the walk: other tests end visits with an order, and look back at it themselves.
    private async Task<string> OrderedAsync() => (await TasksAsync()).First(task => task is { DrawId: "catering-2026-1", Order: not null }).Id;

    private async Task<string> ItemAsync() => (await TasksAsync()).First(task => task.Source == TaskSource.Complaint).ItemCode;

    private async Task<IReadOnlyList<InspectionTask>> TasksAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITaskStore>().ListAsync(new TaskQuery { AgencyId = DemoUsers.OtherAgency, IncludesFinished = true, Limit = 1000 }, Cancellation);
    }
}
