using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Catalog;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>Yearly plans merged and kept, approved by a second person, and opened as the tasks of joint visits; whoever takes no part finds nothing.</summary>
public sealed class JointPlanPagesTests(WebFixture web)
{
    [Fact]
    public async Task AJointPlan_IsMergedByOne_ApprovedByAnother_AndOpenedAsTasks()
    {
        var year = DateTime.UtcNow.Year + 1;
        var planner = await web.SignedInAsync("planner", new() { Locale = "en", JavaScriptEnabled = false });
        await ProposeAsync(planner, "joint-1", year);
        await Assertions.Expect(planner.Locator("dl.facts")).ToContainTextAsync("2 planned, 1 left, 1 saved");
        await Assertions.Expect(planner.Locator("dl.facts")).ToContainTextAsync("50 % (1/2)");
        await Assertions.Expect(planner.Locator("main")).ToContainTextAsync("somebody else of your agency approves it");
        await HandInAsync(planner, "Approve");
        await Assertions.Expect(planner.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP2236");

        var head = await web.SignedInAsync("head", new() { Locale = "en", JavaScriptEnabled = false });
        await head.GotoAsync("/bureau/joint-plans/joint-1");
        await head.GetByRole(AriaRole.Button, new() { Name = "Approve the plan" }).ClickAsync();
        await Assertions.Expect(head.Locator("dl.facts")).ToContainTextAsync("by head");
        await head.Context.CloseAsync();

        await planner.GotoAsync("/bureau/joint-plans/joint-1");
        await planner.GetByLabel("Officer 1").FillAsync("JH057");
        await planner.GetByLabel("Officer 2").FillAsync("JH058");
        await planner.GetByRole(AriaRole.Button, new() { Name = "Open the tasks" }).ClickAsync();
        await Assertions.Expect(planner.Locator("tbody")).ToContainTextAsync("SUP2240"); // two of each agency
        await planner.GetByLabel("Officer 3").FillAsync("JH001, JH002");
        await planner.GetByRole(AriaRole.Button, new() { Name = "Open the tasks" }).ClickAsync();
        await Assertions.Expect(planner.GetByRole(AriaRole.Status)).ToContainTextAsync("opened: 1");
        var theirs = await planner.Locator("tbody a[href^='/bureau/tasks/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        await planner.Locator("tbody a").First.ClickAsync();
        await Assertions.Expect(planner.Locator("h2").Last).ToContainTextAsync("The one form");
        await planner.Context.CloseAsync();

        // The inspectors of the other agency find their own task of the visit on their board and phone, and not that of the joint office.
        var inspector = await web.SignedInAsync("inspector", new() { Locale = "en" });
        var found = new List<string>();
        foreach (var address in theirs)
        {
            found.AddRange((await inspector.GotoAsync(address))!.Ok ? [address] : []);
        }

        var own = Assert.Single(found)["/bureau/tasks/".Length..];
        await inspector.GotoAsync("/m/");
        await Assertions.Expect(inspector.Locator($"a[href='#/visit/{own}']")).ToBeVisibleAsync();
        await inspector.Context.CloseAsync();
    }

    // 浙江省综合行政执法条例 art. 13: the joint office decides. A partner reads what concerns it; an approval or an opening that it hands in is refused and changes nothing.
    [Fact]
    public async Task APartner_ReadsThePlan_AndNeitherApprovesNorOpensIt()
    {
        var planner = await web.SignedInAsync("planner", new() { Locale = "en" });
        await ProposeAsync(planner, "joint-partner", DateTime.UtcNow.Year + 3);
        var partner = await web.SignedInAsync("yiwu", new() { Locale = "en" });
        Assert.Equal(200, (await partner.GotoAsync("/bureau/joint-plans/joint-partner"))!.Status);
        await Assertions.Expect(partner.Locator("main")).ToContainTextAsync("2 planned, 1 left, 1 saved");
        await Assertions.Expect(partner.Locator("main form[method=post]")).ToHaveCountAsync(0);
        foreach (var handler in (string[])["Approve", "Open"])
        {
            await partner.GotoAsync("/bureau/joint-plans/joint-partner");
            Assert.Equal(403, await HandInAsync(partner, handler));
            await Assertions.Expect(partner.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP9302");
        }

        await planner.ReloadAsync();
        await Assertions.Expect(planner.Locator("dl.facts")).ToContainTextAsync("waits");
        await partner.Context.CloseAsync();
        await planner.Context.CloseAsync();
    }

    [Fact]
    public async Task AnAgencyThatTakesNoPart_FindsNothing()
    {
        var planner = await web.SignedInAsync("planner", new() { Locale = "en" });
        await planner.GotoAsync("/bureau/joint-plans");
        await planner.Locator("#id").FillAsync("joint-alone");
        await planner.Locator("#year").FillAsync($"{DateTime.UtcNow.Year + 4}");
        await planner.Locator("#plans").SetInputFilesAsync([await PlanAsync(DemoUsers.Agency, "market", DateTime.UtcNow.Year + 4)]);
        await planner.GetByRole(AriaRole.Button, new() { Name = "Merge and submit" }).ClickAsync();
        await planner.ArrivedAsync("/bureau/joint-plans/joint-alone$");
        var stranger = await web.SignedInAsync("yiwu");
        Assert.Equal(404, (await stranger.GotoAsync("/bureau/joint-plans/joint-alone"))!.Status);
        Assert.Equal(404, (await stranger.GotoAsync("/bureau/joint-plans/joint-alone/visits/1"))!.Status);
        await stranger.GotoAsync("/bureau/joint-plans");
        Assert.DoesNotContain("joint-alone", await stranger.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(404, await HandInAsync(stranger, "Approve", "/bureau/joint-plans/joint-alone"));
        await stranger.Context.CloseAsync();
        await planner.ReloadAsync();
        await Assertions.Expect(planner.Locator("dl.facts")).ToContainTextAsync("waits");
        await planner.Context.CloseAsync();
    }

    [Fact]
    public async Task AWrongFile_IsNamed_AndNothingIsKept()
    {
        var page = await web.SignedInAsync("planner", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/joint-plans");
        await page.Locator("#id").FillAsync("joint-bad");
        await page.Locator("#plans").SetInputFilesAsync(new FilePayload { Name = "bad.json", MimeType = "application/json", Buffer = "{\n \"agency\": 5 }"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge and submit" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bad.json");
        Assert.Equal(404, (await page.GotoAsync("/bureau/joint-plans/joint-bad"))!.Status);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ThePages_FitAndAreAccessible()
    {
        var page = await web.SignedInAsync("planner", new() { Locale = "en" });
        await ProposeAsync(page, "joint-look", DateTime.UtcNow.Year + 2);
        foreach (var path in (string[])["/bureau/joint-plans", "/bureau/joint-plans/joint-look", "/bureau/joint-plans/joint-look/visits/1"])
        {
            await Judge.FitsAndIsAccessibleAsync(page, path);
        }

        await page.Context.CloseAsync();
    }

    private static Task<int> HandInAsync(IPage page, string handler, string? address = null) =>
        page.PostAnywayAsync((address ?? new Uri(page.Url).AbsolutePath) + "?handler=" + handler);

    private async Task ProposeAsync(IPage page, string id, int year)
    {
        await page.GotoAsync("/bureau/joint-plans");
        await page.Locator("#id").FillAsync(id);
        await page.Locator("#year").FillAsync($"{year}");
        await page.Locator("#plans").SetInputFilesAsync([await PlanAsync(DemoUsers.Agency, "market", year), await PlanAsync(DemoUsers.OtherAgency, "food", year)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge and submit" }).ClickAsync();
        await page.ArrivedAsync($"/bureau/joint-plans/{id}$");
    }

    private async Task<FilePayload> PlanAsync(string agency, string field, int year)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var items = await scope.ServiceProvider.GetRequiredService<ICatalogStore>().ListItemsAsync(TestContext.Current.CancellationToken);
        var item = items.First(one => one.Field == field && one.ChecklistId is not null).Code;
        return new FilePayload
        {
            Name = agency + ".json", MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes($$"""{"agency": "{{agency}}", "year": {{year}}, "lines": [{"item": "{{item}}", "subjects": ["{{DemoUsers.Businesses[0].Subject}}"], "from": "{{year}}-05-01", "to": "{{year}}-05-31"}]}"""),
        };
    }
}
