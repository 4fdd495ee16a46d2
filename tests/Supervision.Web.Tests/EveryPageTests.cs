using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>
/// What holds for every page, at the width of a phone and of a desk: nothing runs over, no script or style is refused, WCAG 2.2 AA as
/// far as a program can tell. With SUPERVISION_SCREENSHOTS set to a folder, a picture of each page goes there.
/// </summary>
public sealed class EveryPageTests(WebFixture web)
{
    public static TheoryData<string, int, string> Pages =>
    [
        .. from page in (string[])["/", "/plans", "/plans?agency=nobody", "/draws", "/draws/market-2026-1", "/draws/market-2026-1/subject?subject=92999999MA0NDL014U", "/open-data", "/sign-in", "/nothing-here"]
           from width in (int[])[390, 1440]
           from locale in (string[])["zh-CN", "en"]
           select new TheoryDataRow<string, int, string>(page, width, locale),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APage_FitsAndIsAccessible(string path, int width, string locale)
    {
        var page = await web.PageAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = 900 } });
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                refused.Add(message.Text);
            }
        };
        await page.GotoAsync(path);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(refused);
        await PictureAsync(page, path, width, locale);

        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    private static async Task PictureAsync(IPage page, string path, int width, string locale)
    {
        if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = path.Trim('/').Split("?subject")[0].Replace('/', '-').Replace('?', '-');
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}-{width}-{locale}.png"), FullPage = true });
        }
    }
}
