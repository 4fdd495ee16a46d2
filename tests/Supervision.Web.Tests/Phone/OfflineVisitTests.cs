using Microsoft.Playwright;
using Supervision.Inspections;

namespace Supervision.Web.Tests.Phone;

/// <summary>A visit without a network: nothing is lost when the phone is killed in the middle, and all of it arrives once.</summary>
public sealed class OfflineVisitTests(WebFixture web)
{
    private readonly PhoneVisits _visits = new(web);

    // Method: real Chromium with a profile on disk; offline by the browser's own switch; the process ends between two answers.
    [Fact]
    public async Task Offline_InTheMiddleOfAChecklist_Killed_ComesBack_SyncsOnce()
    {
        var task = (await _visits.AddAsync("phone-offline", 1))[0];
        await using var profile = new PhoneProfile();
        await using (var before = await web.PhoneAsync(profile.Folder))
        {
            var page = await SignedInAsync(before);
            await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
            await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
            await before.SetOfflineAsync(true);
            await PhoneVisits.OpenAsync(page, task);
            await PhoneVisits.EnterAsync(page, task);
            await PhoneVisits.AnswerAsync(page, "1", "Conform");
            await Assertions.Expect(page.Locator("#open")).ToHaveTextAsync("3 条记录未送达");
            await PhoneVisits.WrittenAsync(page, 3);
        }

        Assert.Empty((await _visits.FindAsync(task.Id)).Log.Operations);
        await using (var after = await web.PhoneAsync(profile.Folder))
        {
            await after.SetOfflineAsync(true);
            var page = await after.NewPageAsync();
            await page.GotoAsync("/m/#/visit/" + task.Id); // from the service worker: there is no network
            await Assertions.Expect(page.Locator("#point-1-Conform")).ToBeCheckedAsync();
            await PhoneVisits.AnswerAsync(page, "2", "NotApplicable");
            await PhoneVisits.PartySignsAsync(page);
            await Assertions.Expect(page.Locator("#open")).ToHaveTextAsync("6 条记录未送达");

            await after.SetOfflineAsync(false);
            await page.GetByRole(AriaRole.Button, new() { Name = "同步" }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("请登录"); // the session ended with the browser; what waits is only counted
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("6 条记录");
            page = await SignedInAsync(after);
            await PhoneVisits.SentAsync(page);
            await page.ReloadAsync();
            await PhoneVisits.SentAsync(page);
        }

        var log = (await _visits.FindAsync(task.Id)).Log;
        var all = log.Operations.Select(received => received.Operation).ToList();
        Assert.Equal(
            [OperationKind.Scan, OperationKind.PresentCertificate, OperationKind.Answer, OperationKind.Answer, OperationKind.PartySignature], all.Select(one => one.Kind));
        Assert.Equal([1, 2, 3, 4, 5], all.Select(one => one.Sequence));
        Assert.Empty(log.Doubled);
        Assert.Empty(log.Incomplete);
        Assert.All(all, one => Assert.Equal("JH057", one.OfficerId));
    }

    [Fact]
    public async Task AnotherPersonOnTheSamePhone_SeesNothingOfTheFirst()
    {
        var task = (await _visits.AddAsync("phone-next", 1))[0];
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        await PhoneVisits.OpenAsync(page, task);
        await Assertions.Expect(page.Locator("#code")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("请登录");
        await WebFixture.SignInAsync(page, "planner", "/sign-in?back=/m/");
        await Assertions.Expect(page.GetByText("没有待办的检查任务")).ToBeVisibleAsync();
        Assert.DoesNotContain(task.SubjectId, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        return page;
    }
}
