using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>
/// What holds for every page, in both languages, at the width of a phone and of a desk: nothing runs over, no script or style is refused,
/// WCAG 2.2 AA as far as a program can tell. With SUPERVISION_SCREENSHOTS set to a folder, pictures go there.
/// </summary>
internal static class Judge
{
    // Each language and each width once: that takes half the time of all four, which SUPERVISION_LONG=1 asks for.
    private static readonly bool s_isLong = Environment.GetEnvironmentVariable("SUPERVISION_LONG") == "1";

    public static async Task FitsAndIsAccessibleAsync(IPage page, string path, int status = 200)
    {
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                refused.Add(message.Text);
            }
        };
        foreach (var (locale, checkedAt) in ((string, int)[])[("zh-CN", 390), ("en", 1440)])
        {
            await page.SetViewportSizeAsync(390, 900);
            var answer = await page.GotoAsync($"/language/{locale}?back={Uri.EscapeDataString(path)}");
            Assert.Equal((status, new Uri(new Uri(page.Url), path).PathAndQuery), (answer!.Status, new Uri(page.Url).PathAndQuery));
            Assert.Equal(locale, await page.EvaluateAsync<string>("document.documentElement.lang"));
            foreach (var width in (int[])[390, 1440])
            {
                await page.SetViewportSizeAsync(width, 900);
                await PictureAsync(page, path, width, locale);
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                if (s_isLong || width == checkedAt)
                {
                    Assert.Empty(await Axe.ViolationsAsync(page));
                }
            }
        }

        Assert.Empty(refused);
    }

    private static async Task PictureAsync(IPage page, string path, int width, string locale)
    {
        if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat(path.Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}-{width}-{locale}.png"), FullPage = true });
        }
    }
}
