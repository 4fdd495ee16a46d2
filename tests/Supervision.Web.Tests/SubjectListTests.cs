using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>A subject and the lists it is put on: told, heard, decided on, and taken off again when what the list asks for is done; each step by its own person.</summary>
public sealed class SubjectListTests(WebFixture web)
{
    private static readonly string s_print = DemoUsers.Businesses[1].Subject;

    [Fact]
    public async Task AListing_IsPleadedAgainst_DecidedOn_AndAskedAway()
    {
        var clerk = await web.SignedInAsync("credit", new() { Locale = "en", JavaScriptEnabled = false });
        await clerk.GotoAsync("/bureau/lists");
        await clerk.Locator("#ground").SelectOptionAsync("AbnormalOperation/unreachable");
        await clerk.Locator("#subject").FillAsync(s_print);
        await clerk.Locator("#reasons").FillAsync("两次信函均被退回（示例）");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3154"); // this ground asks for two letters
        await Assertions.Expect(clerk.Locator("#reasons")).ToHaveValueAsync("两次信函均被退回（示例）");
        await clerk.Locator("#ground").SelectOptionAsync("AbnormalOperation/report-missed");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await StandsAsync(clerk, "Proposed");
        var id = new Uri(clerk.Url).Segments[^1];

        var page = await web.SignedInAsync("print-shop", new() { Locale = "en" });
        await page.GotoAsync("/mine/lists");
        await page.Locator($"a[href='/mine/lists/{id}']").ClickAsync();
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("两次信函均被退回（示例）");
        await page.Locator("#text").FillAsync("年报已于今日补报（示例）");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plead" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("年报已于今日补报（示例）");

        // Nobody else's list, and nobody decides on their own: neither the other business, nor another agency, nor the subject itself.
        var other = await web.SignedInAsync("noodle-shop");
        Assert.Equal(404, (await other.GotoAsync("/mine/lists/" + id))!.Status);
        await other.Context.CloseAsync();
        var foreign = await web.SignedInAsync("yiwu-credit");
        Assert.Equal(404, (await foreign.GotoAsync("/bureau/matters/" + id))!.Status);
        await foreign.Context.CloseAsync();

        await TakeAsync(clerk, id, "List", "补报在期限之后，决定列入（示例）");
        await StandsAsync(clerk, "In force");
        await page.ReloadAsync();
        await StandsAsync(page, "In force");
        await Judge.FitsAndIsAccessibleAsync(page, "/mine/lists/LIST".Replace("LIST", id, StringComparison.Ordinal));

        // Asked away without what the list asks for: the lifting is refused with the reason, and the agency says why not.
        await AskAsync(page, "年报已补报（示例）", isDone: false);
        await TakeAsync(clerk, id, "Lift", "核实无误（示例）");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3159");
        await TakeAsync(clerk, id, "Refuse the removal", "请确认义务已履行（示例）");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("请确认义务已履行（示例）");
        await AskAsync(page, "义务已履行（示例）", isDone: true);
        await TakeAsync(clerk, id, "Lift", "核实无误（示例）");
        await StandsAsync(clerk, "Lifted");
        await page.ReloadAsync();
        await StandsAsync(page, "Lifted");
        await Assertions.Expect(page.Locator("main form")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
        await clerk.Context.CloseAsync();

        await using var scope = web.Services.CreateAsyncScope();
        var steps = await scope.ServiceProvider.GetRequiredService<IJournalIndex>().FindAsync("list-entry.advanced", id, TestContext.Current.CancellationToken);
        Assert.Equal(["print-shop", "credit", "print-shop", "credit", "print-shop", "credit"], steps.OrderBy(step => step.Index).Select(step => step.Record.Actor.Id));
        Assert.Equal(s_print, steps.MinBy(step => step.Index)!.Record.Actor.AgencyId);
    }

    // A measure goes to two departments: each takes note for itself, and the one that imposed it sees who has.
    [Fact]
    public async Task AJointMeasure_IsTakenNoteOf_ByEachDepartmentForItself()
    {
        var clerk = await web.SignedInAsync("credit", new() { Locale = "en", JavaScriptEnabled = false });
        await clerk.GotoAsync("/bureau/receipts");
        await Assertions.Expect(clerk.Locator("nav.places > a[href='/bureau/receipts']")).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(clerk.Locator("li.card", new() { HasText = "demo-measure.1" })).ToHaveCountAsync(1);
        await Assertions.Expect(clerk.Locator("table", new() { HasText = "demo-measure" })).ToHaveCountAsync(1); // the other department's

        var other = await web.SignedInAsync("yiwu-credit", new() { Locale = "en", JavaScriptEnabled = false });
        await other.GotoAsync("/bureau");
        await other.Locator("main table a[href='/bureau/receipts']", new() { HasText = "demo-measure.2" }).ClickAsync();
        await Assertions.Expect(other.Locator("li.card", new() { HasText = "demo-measure.1" })).ToHaveCountAsync(0);
        var card = other.Locator("li.card", new() { HasText = "demo-measure.2" });
        await card.GetByLabel("Remark").FillAsync("已在补贴系统标记（示例）");
        await card.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(other.Locator("li.card", new() { HasText = "demo-measure.2" })).ToHaveCountAsync(0);
        await other.GotoAsync("/bureau");
        await Assertions.Expect(other.Locator("main table", new() { HasText = "demo-measure.2" })).ToHaveCountAsync(0);

        await clerk.ReloadAsync();
        var noted = clerk.Locator("table").Last;
        await Assertions.Expect(noted).ToContainTextAsync("demo-measure.2");
        await Assertions.Expect(noted).ToContainTextAsync("已在补贴系统标记（示例）");
        await Assertions.Expect(noted).Not.ToContainTextAsync("demo-measure.1");

        var auditor = await web.SignedInAsync("auditor", new() { Locale = "en" });
        await auditor.GotoAsync("/bureau/receipts");
        await Assertions.Expect(auditor.Locator("main form")).ToHaveCountAsync(0);
        await auditor.Context.CloseAsync();
        await other.Context.CloseAsync();
        await clerk.Context.CloseAsync();
    }

    [Theory]
    [InlineData("noodle-shop", "/mine/lists")]
    [InlineData("noodle-shop", "/mine/lists/demo-listing")]
    [InlineData("credit", "/bureau/lists")]
    [InlineData("credit", "/bureau/receipts")]
    [InlineData("credit", "/bureau/matters/demo-listing")]
    public async Task APage_FitsAndIsAccessible(string name, string path)
    {
        var page = await web.SignedInAsync(name);
        await Judge.FitsAndIsAccessibleAsync(page, path);
        await page.Context.CloseAsync();
    }

    private static async Task AskAsync(IPage page, string reason, bool isDone)
    {
        await page.GetByLabel("the duty is done").SetCheckedAsync(isDone);
        await page.Locator("#text").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask to be taken off" }).ClickAsync();
        await StandsAsync(page, "Removal asked for");
    }

    private static async Task TakeAsync(IPage page, string id, string step, string text)
    {
        await page.GotoAsync("/bureau/matters/" + id);
        await page.Locator("#step").SelectOptionAsync(new SelectOptionValue { Label = step });
        await page.Locator("#text").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this step" }).ClickAsync();
    }

    private static Task StandsAsync(IPage page, string text) => Assertions.Expect(page.Locator("dl.facts").First).ToContainTextAsync(text);
}
