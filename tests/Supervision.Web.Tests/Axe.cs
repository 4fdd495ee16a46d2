using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>WCAG 2.2 AA as far as a program can tell.</summary>
internal static class Axe
{
    /// <summary>What is violated, and where. The checker is evaluated, not added as a script, which the page's policy would refuse.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Required.Axe));
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
              .map(rule => rule.id + ': ' + rule.nodes.map(node => node.target.join(' ')).join(', '))
            """);
    }
}
