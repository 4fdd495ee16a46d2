using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>
/// What holds for every page of a signed-in person, in both languages, at the width of a phone and of a desk: nothing runs over, no script
/// or style is refused, WCAG 2.2 AA as far as a program can tell. With SUPERVISION_SCREENSHOTS set to a folder, pictures go there.
/// </summary>
internal static class Judge
{
    public static async Task FitsAndIsAccessibleAsync(IPage page, string path)
    {
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                refused.Add(message.Text);
            }
        };
        foreach (var locale in (string[])["zh-CN", "en"])
        {
            await page.GotoAsync($"/language/{locale}?back={Uri.EscapeDataString(path)}");
            foreach (var width in (int[])[390, 1440])
            {
                await page.SetViewportSizeAsync(width, 900);
                Assert.True((await page.GotoAsync(path))!.Ok, path);
                Assert.Equal(locale, await page.EvaluateAsync<string>("document.documentElement.lang"));
                await PictureAsync(page, path, width, locale);
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                Assert.Empty(await Axe.ViolationsAsync(page));
            }
        }

        Assert.Empty(refused);
    }

    private static async Task PictureAsync(IPage page, string path, int width, string locale)
    {
        if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat(path.Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{locale}.png"), FullPage = true });
        }
    }
}
