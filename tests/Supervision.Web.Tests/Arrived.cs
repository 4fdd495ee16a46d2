using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>Waits for an address by asking for it: an event of a page comes once, and may be over before one listens for it.</summary>
internal static class Arrived
{
    public static async Task ArrivedAsync(this IPage page, [System.Diagnostics.CodeAnalysis.StringSyntax("Regex")] string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address, RegexOptions.None, TimeSpan.FromSeconds(1)));
        while (await page.EvaluateAsync<string>("document.readyState") == "loading")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
