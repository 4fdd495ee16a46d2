using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>Three stories without a mouse: a citizen verifies a draw, a clerk proposes a listing and decides it, its subject pleads. Every focus is seen on the way.</summary>
public sealed class KeyboardStoriesTests(WebFixture web)
{
    [Fact]
    public async Task ACitizen_VerifiesADraw()
    {
        var page = await web.PageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)")); // past the navigation
        await OpenAsync(page, "main a[href='/draws']"); // the first page names the latest five only, and other tests draw
        await OpenAsync(page, "a[href='/draws/market-2026-1']");
        await Assertions.Expect(page.Locator("#verify-run")).ToBeVisibleAsync();
        await Keyboard.ReachAsync(page, "#verify-run");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#verify-verdict")).ToContainTextAsync("核验通过");
        await Keyboard.ReachAsync(page, "#verify-result"); // a table that scrolls is scrolled by keys
        await Keyboard.ReachAsync(page, "#subject");
        await page.Keyboard.TypeAsync(DemoUsers.Businesses[0].Subject);
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivedAsync("/draws/market-2026-1/subject\\?");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AListing_IsProposed_PleadedAgainst_AndDecided()
    {
        var clerk = await SignInAsync("credit");
        await OpenAsync(clerk, "nav.places a[href='/bureau/lists']");
        await Keyboard.ChooseAsync(clerk, "#ground", "WageArrears/serious-arrears");
        await Keyboard.ReachAsync(clerk, "#subject");
        await clerk.Keyboard.TypeAsync(DemoUsers.Businesses[1].Subject);
        await Keyboard.ReachAsync(clerk, "#reasons");
        await clerk.Keyboard.TypeAsync("拖欠工资（示例）");
        await Keyboard.ReachAsync(clerk, "main form button", "Propose");
        await clerk.Keyboard.PressAsync("Enter");
        await clerk.ArrivedAsync("/bureau/matters/L-");
        var id = new Uri(clerk.Url).Segments[^1];

        // Too early: the reason has the focus, so that a screen reader says it first.
        await Keyboard.ChooseAsync(clerk, "#step", "Confirm");
        await Keyboard.ReachAsync(clerk, "#text");
        await clerk.Keyboard.TypeAsync("决定列入（示例）");
        await Keyboard.ReachAsync(clerk, "main form button", "Take this step");
        await clerk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3157");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();

        var subject = await SignInAsync("print-shop");
        await OpenAsync(subject, "nav.places a[href='/mine/lists']");
        await OpenAsync(subject, $"a[href='/mine/lists/{id}']");
        await Keyboard.ReachAsync(subject, "#text");
        await subject.Keyboard.TypeAsync("工资已于本周付清（示例）");
        await Keyboard.ReachAsync(subject, "main form button", "Plead");
        await subject.Keyboard.PressAsync("Enter");
        await Assertions.Expect(subject.Locator("main")).ToContainTextAsync("工资已于本周付清（示例）");

        await OpenAsync(clerk, "nav.places a[href='/bureau/lists']");
        await OpenAsync(clerk, $"a[href='/bureau/matters/{id}']");
        await Keyboard.ChooseAsync(clerk, "#step", "Decline");
        await Keyboard.ReachAsync(clerk, "#text");
        await clerk.Keyboard.TypeAsync("申辩成立（示例）");
        await Keyboard.ReachAsync(clerk, "main form button", "Take this step");
        await clerk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(clerk.Locator("dl.facts")).ToContainTextAsync("Not listed");
        await subject.Context.CloseAsync();
        await clerk.Context.CloseAsync();
    }

    // The teeth: a focus that is not drawn, and one that lies under something.
    [Fact]
    public async Task AFocusThatNobodySees_IsFound()
    {
        var page = await web.PageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("#name").FocusAsync();
        Assert.Equal("", await Keyboard.WrongAsync(page));
        await page.EvaluateAsync("document.activeElement.style.outline = 'none'");
        Assert.StartsWith("no outline", await Keyboard.WrongAsync(page), StringComparison.Ordinal);
        await page.EvaluateAsync("document.activeElement.style.outline = ''");
        await page.EvaluateAsync("Object.assign(document.body.appendChild(document.createElement('div')).style, { position: 'fixed', inset: 0 })");
        Assert.StartsWith("covered by", await Keyboard.WrongAsync(page), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> SignInAsync(string name)
    {
        var page = await web.PageAsync(new() { Locale = "en" });
        await page.GotoAsync("/sign-in");
        await Keyboard.ReachAsync(page, "#name");
        await page.Keyboard.TypeAsync(name);
        await Keyboard.ReachAsync(page, "#password");
        await page.Keyboard.TypeAsync(DemoUsers.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivedAsync("^(?!.*/sign-in)");
        return page;
    }

    private static async Task OpenAsync(IPage page, string selector)
    {
        await Keyboard.ReachAsync(page, selector);
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivedAsync($"^(?!{Regex.Escape(before)}$)");
    }
}
