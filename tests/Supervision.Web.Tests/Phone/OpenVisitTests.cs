using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Web.Tests.Phone;

/// <summary>A visit without a draw asked for on the spot: opened by the bureau where a provision lets it, else refused with the reason.</summary>
public sealed class OpenVisitTests(WebFixture web)
{
    [Fact]
    public async Task AnImmediateCheck_AskedForWithoutANetwork_IsOpenedOrRefusedWithItsReason()
    {
        var visits = new PhoneVisits(web);
        var task = (await visits.AddAsync("phone-open", 1))[0];
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
        await PhoneVisits.SentAsync(page);
        await page.Context.SetOfflineAsync(true);
        await AskAsync(page, "91999999MA0000000X", task.ItemCode);
        await Assertions.Expect(page.GetByText("等待网络")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#sync:not([aria-disabled])").ClickAsync();
        await Assertions.Expect(page.Locator(".refused")).ToContainTextAsync("91999999MA0000000X"); // one, or this fails
        await PhoneLook.AtAsync(page, "refused", "zh-CN");
        await page.GetByRole(AriaRole.Button, new() { Name = "搁置" }).ClickAsync();
        await PhoneVisits.SentAsync(page);

        await AskAsync(page, task.SubjectId, task.ItemCode);
        await PhoneVisits.SentAsync(page);
        await page.EvaluateAsync("location.hash = '#/'");
        var link = page.Locator("a[href^='#/visit/immediate.']");
        var opened = (await link.GetAttributeAsync("href"))!["#/visit/".Length..];
        var (made, _) = await visits.FindAsync(opened);
        Assert.Equal((TaskSource.Immediate, task.SubjectId, "JH057,JH058"), (made.Source, made.SubjectId, string.Join(',', made.OfficerIds)));
        await link.ClickAsync();
        await PhoneVisits.EnterAsync(page, made);
        await page.Context.CloseAsync();
    }

    // Of the two zones at least one has another day than the bureau, at any hour.
    [Theory]
    [InlineData("Etc/GMT+12")]
    [InlineData("Pacific/Kiritimati")]
    public async Task TheDayProposed_IsTheBureaus_WhereverThePhoneThinksItIs(string zone)
    {
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, TimezoneId = zone });
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        await PhoneVisits.SentAsync(page);
        await page.EvaluateAsync("location.hash = '#/open'");
        var clock = web.Services.GetRequiredService<AuthorityClock>();
        var before = clock.Today; // midnight may pass between the two
        var proposed = await page.Locator("#due").InputValueAsync();
        Assert.Contains(proposed, new[] { before, clock.Today }.Select(day => day.ToString("O")));
        await page.Context.CloseAsync();
    }

    private static async Task AskAsync(IPage page, string subject, string item)
    {
        await page.EvaluateAsync("location.hash = '#/open'");
        await page.Locator("#subject").FillAsync(subject);
        await page.Locator("#item").SelectOptionAsync(item);
        await page.Locator("#partner").SelectOptionAsync("JH058");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).EvaluateAsync("one => { one.click(); one.click(); }"); // a finger that trembles asks once
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("未送达的记录");
    }
}
