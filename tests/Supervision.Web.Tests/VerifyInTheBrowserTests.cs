using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>A citizen checks a draw: list, page, one click, every check by name; and a forgery is named.</summary>
public sealed class VerifyInTheBrowserTests(WebFixture web)
{
    [Fact]
    public async Task FromTheFirstPage_ToAVerifiedDraw()
    {
        var page = await web.PageAsync();
        var faults = Faults(page);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "抽查结果" }).ClickAsync();
        await page.Locator("a[href='/draws/market-2026-1']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始核验" }).ClickAsync();
        await Assertions.Expect(page.Locator("#verify-verdict")).ToContainTextAsync("核验通过：名单和人员匹配");
        Assert.Equal(0, await page.Locator("#verify-checks tr:not(.passed)").CountAsync());
        Assert.InRange(await page.Locator("#verify-checks tr").CountAsync(), 25, 60);
        Assert.All(await page.Locator("#verify-checks th").AllInnerTextsAsync(), name => Assert.Matches("^\\p{IsCJKUnifiedIdeographs}", name)); // each check in words
        Assert.Empty(faults);
    }

    // One business less, one weight changed, another officer: each leads to its own name.
    [Theory]
    [InlineData("frame.csv", "the last row", "frame-root", "The frame was changed")]
    [InlineData("selection.json", "one id", "selection", "The subjects drawn are not those of the recomputation")]
    [InlineData("matching.json", "one officer", "matching", "The teams are not those of the recomputation")]
    [InlineData("reveal.json", "one digit of the seed", "seed", "The seed does not follow from")]
    public async Task AForgedFile_IsNamed(string file, string what, string check, string said)
    {
        var path = Path.Combine(web.Published, "catering-2026-1", file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var page = await web.PageAsync(new() { Locale = "en" });
        await page.RouteAsync($"**/files/{file}", route => route.FulfillAsync(new() { Body = Forge(text, what) }));
        await page.GotoAsync("/draws/catering-2026-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.Locator("#verify-verdict")).ToContainTextAsync($"Not verified. First check that fails: {check}. {said}");
        await Assertions.Expect(page.Locator("#verify-checks tr.failed th .id").First).ToHaveTextAsync(check);
    }

    [Fact]
    public async Task AServerThatFails_IsNoVerdict()
    {
        var page = await web.PageAsync(new() { Locale = "en" });
        await page.RouteAsync("**/files/frame.csv", route => route.FulfillAsync(new() { Status = 503 }));
        await page.GotoAsync("/draws/market-2026-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.Locator("#verify-verdict")).ToContainTextAsync("frame");
        await Assertions.Expect(page.Locator("#verify-verdict")).Not.ToContainTextAsync("Verified:");
    }

    // Without scripts the page still shows everything and says how to verify elsewhere.
    [Fact]
    public async Task WithoutJavaScript_EverythingIsThere()
    {
        var page = await web.PageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/draws/training-2026-1");
        await Assertions.Expect(page.GetByText("您的浏览器没有启用 JavaScript")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#verify-run")).ToBeHiddenAsync();
        Assert.InRange(await page.Locator("table tbody tr").CountAsync(), 30, 100);
        Assert.Equal(11, await page.Locator("ul.files a").CountAsync());
    }

    private static string Forge(string text, string what) => what switch
    {
        "the last row" => text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)],
        "one id" => text.Insert(text.IndexOf('[', text.LastIndexOf("\"selected\":", StringComparison.Ordinal)) + 1, "\"99\","),
        "one officer" => SwapOfficers(text),
        _ => FlipSeed(text),
    };

    // Turns the first team around.
    private static string SwapOfficers(string text)
    {
        var start = text.IndexOf('[', text.IndexOf("\"officers\":", StringComparison.Ordinal));
        var end = text.IndexOf(']', start);
        var officers = text[(start + 1)..end].Split(',');
        return $"{text[..(start + 1)]}{string.Join(',', officers.Reverse())}{text[end..]}";
    }

    private static string FlipSeed(string text)
    {
        var at = text.IndexOf("\"seed\":", StringComparison.Ordinal);
        at = text.IndexOf('"', at + 7) + 1;
        return $"{text[..at]}{(text[at] == '0' ? '1' : '0')}{text[(at + 1)..]}";
    }

    private static List<string> Faults(IPage page)
    {
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => faults.Add(error);
        return faults;
    }
}
