using Microsoft.Playwright;
using Supervision.Inspections;

namespace Supervision.Web.Tests.Phone;

/// <summary>A visit without a finger: everything is reached by Tab, and what is done with never leaves the focus nowhere.</summary>
public sealed class KeyboardTests(WebFixture web)
{
    [Fact]
    public async Task AVisit_IsMadeByKeyboardAlone()
    {
        var visits = new PhoneVisits(web);
        var task = (await visits.AddAsync("phone-keys", 1))[0];
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
        await Keyboard.ReachAsync(page, $"a[href='#/visit/{task.Id}']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#code")).ToBeVisibleAsync();

        await Keyboard.ReachAsync(page, "#code");
        await page.Keyboard.TypeAsync(task.SubjectId);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("已扫码登记本次检查")).ToBeVisibleAsync();
        await Keyboard.ReachAsync(page, "button", "我已出示执法证件");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "我已出示执法证件" })).ToHaveCountAsync(0);
        Assert.Equal("出示执法证件", await page.EvaluateAsync<string>("document.activeElement.querySelector('h2')?.textContent ?? document.activeElement.tagName"));
        foreach (var point in (string[])["1", "2"])
        {
            await Keyboard.ReachAsync(page, $"#point-{point}-Conform");
            await page.Keyboard.PressAsync("Space");
            await Assertions.Expect(page.Locator($"#point-{point}-Conform")).ToBeCheckedAsync();
        }

        await Keyboard.ReachAsync(page, "summary");
        await page.Keyboard.PressAsync("Enter");
        await Keyboard.ReachAsync(page, "#reason");
        await page.Keyboard.TypeAsync("对结论有异议");
        await Keyboard.ReachAsync(page, "#witness");
        await page.Keyboard.TypeAsync("记录仪 7 号");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("拒绝签名：对结论有异议")).ToBeVisibleAsync();
        await PhoneVisits.SentAsync(page);
        await page.RouteAsync("**/api/me", _ => Task.CompletedTask); // a network that does not answer
        await page.Locator("#sync").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("正在同步")).ToBeVisibleAsync();
        Assert.Equal("sync", await page.EvaluateAsync<string>("document.activeElement.id"));
        var (_, log) = await visits.FindAsync(task.Id);
        Assert.Equal(
            [OperationKind.Scan, OperationKind.PresentCertificate, OperationKind.Answer, OperationKind.Answer, OperationKind.PartySignature],
            log.Operations.Select(received => received.Operation.Kind));
        await page.Context.CloseAsync();
    }

    // What comes back from the network while somebody writes must not take the words away.
    [Fact]
    public async Task HalfAWord_StaysWhileTheNetworkBringsNews()
    {
        var visits = new PhoneVisits(web);
        var task = (await visits.AddAsync("phone-word", 1))[0];
        var page = await OpenAsync("inspector", task);
        await PhoneVisits.EnterAsync(page, task);
        await PhoneVisits.AnswerAsync(page, "1", "NonConform");
        await PhoneVisits.SentAsync(page);
        await page.Locator("#point-1-note").PressSequentiallyAsync("冷藏");
        var second = await BringNewsAsync(page, task);
        await page.Locator("#point-1-note").PressSequentiallyAsync("柜敞开");
        await Assertions.Expect(page.Locator("#point-1-note")).ToHaveValueAsync("冷藏柜敞开");
        await Assertions.Expect(page.GetByText("○ 吴景行")).ToBeVisibleAsync(); // the news waits
        await page.Locator("#point-1-note").BlurAsync();
        await Assertions.Expect(page.GetByText("✓ 吴景行")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#point-1-note")).ToHaveValueAsync("冷藏柜敞开");
        await PhoneVisits.SentAsync(page);
        Assert.Equal("冷藏柜敞开", Assert.Single((await visits.FindAsync(task.Id)).Log.Answers(out _)).Note);
        await page.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    // News that came while somebody wrote is shown when the writing ends; that must not take the button from under the finger that ends it.
    [Fact]
    public async Task AButton_PressedAfterWriting_IsPressed_ThoughNewsWaits()
    {
        var visits = new PhoneVisits(web);
        var task = (await visits.AddAsync("phone-finger", 1))[0];
        var page = await OpenAsync("inspector", task);
        await PhoneVisits.SentAsync(page);
        await page.Locator("#code").PressSequentiallyAsync(task.SubjectId);
        var second = await BringNewsAsync(page, task);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "登记入企" });
        await button.HoverAsync();
        await page.Mouse.DownAsync();
        await Task.Delay(400, TestContext.Current.CancellationToken); // as long as a slow finger
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.GetByText("已扫码登记本次检查")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("✓ 吴景行")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string officer, InspectionTask task)
    {
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, officer, "/sign-in?back=/m/");
        await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
        await PhoneVisits.OpenAsync(page, task);
        return page;
    }

    // The second officer shows a certificate on a phone of their own, and the first phone hears of it.
    private async Task<IPage> BringNewsAsync(IPage page, InspectionTask task)
    {
        var second = await OpenAsync("inspector2", task);
        await PhoneVisits.ShowCertificateAsync(second);
        await PhoneVisits.SentAsync(second);
        var news = page.WaitForResponseAsync("**/api/me/agency");
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await news;
        return second;
    }
}
