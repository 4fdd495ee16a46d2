using Microsoft.Playwright;

namespace Supervision.Web.Tests.Phone;

/// <summary>
/// What holds for every page of the phone: nothing runs over, every target is large enough for a thumb, no text is missing, WCAG 2.2 AA as far as a
/// program can tell. With SUPERVISION_SCREENSHOTS set to a folder, pictures go there.
/// </summary>
internal static class PhoneLook
{
    /// <summary>Smallest side of what is touched, in CSS pixels.</summary>
    private const int Thumb = 44;

    public static async Task AtAsync(IPage page, string name, string locale)
    {
        if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"m-{name}-390-{locale}.png"), FullPage = true });
        }

        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(locale, await page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.DoesNotContain('[', await page.Locator("#app").InnerTextAsync()); // a text that is missing
        Assert.Empty(await SmallAsync(page));
        Assert.Empty(await Axe.ViolationsAsync(page));
    }

    /// <summary>What is too small to touch. A field inside its label is touched by the label; a hidden file field by the button that stands for it.</summary>
    public static Task<string[]> SmallAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        least => [...document.querySelectorAll('a, button, input:not(.file), select, textarea, summary, label.button')]
          .filter(one => one.checkVisibility())
          .map(one => [one, (one.closest('label') ?? one).getBoundingClientRect()])
          .filter(([, box]) => box.width < least || box.height < least)
          .map(([one, box]) => `${one.outerHTML.slice(0, 80)}: ${box.width} x ${box.height}`)
        """, Thumb);

    /// <summary>Collects what goes wrong in a page without a person seeing it: refused by a policy, or a script that failed.</summary>
    public static List<string> Faults(IPage page)
    {
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Permissions policy", StringComparison.OrdinalIgnoreCase))
            {
                faults.Add(message.Text);
            }
        };
        return faults;
    }
}
