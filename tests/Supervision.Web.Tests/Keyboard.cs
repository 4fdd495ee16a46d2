using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>A person without a mouse: Tab until something has the focus, which is seen and lies under nothing.</summary>
internal static class Keyboard
{
    private const int MostKeys = 150;

    /// <summary>Presses Tab until an element has the focus, and looks at it: the focus is drawn (WCAG 2.4.7) and not covered (2.4.11).</summary>
    /// <param name="page">Page.</param>
    /// <param name="selector">The element.</param>
    /// <param name="text">Words in it; for a field without text, empty.</param>
    public static async Task ReachAsync(IPage page, string selector, string text = "")
    {
        for (var keys = 0; keys < MostKeys; keys++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(
                "([selector, text]) => document.activeElement.matches(selector) && document.activeElement.textContent.includes(text)", (string[])[selector, text]))
            {
                Assert.Equal("", await WrongAsync(page));
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by {MostKeys} tabs.");
    }

    /// <summary>Reaches a list to choose from, and chooses by its value.</summary>
    public static async Task ChooseAsync(IPage page, string selector, string value)
    {
        await ReachAsync(page, selector);
        await page.Keyboard.PressAsync("Home");
        for (var keys = 0; keys < MostKeys && await page.Locator(selector).InputValueAsync() != value; keys++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(value, await page.Locator(selector).InputValueAsync());
    }

    /// <summary>What is wrong with how the focus is seen; empty when nothing is. A field that is drawn by its label is looked at there.</summary>
    public static Task<string> WrongAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const focused = document.activeElement;
          const seen = focused.classList.contains('file') ? focused.nextElementSibling : focused;
          const name = focused.outerHTML.slice(0, 120);
          const { outlineStyle, outlineWidth } = getComputedStyle(seen);
          if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) {
            return `no outline: ${name}`;
          }
          const box = seen.getBoundingClientRect();
          const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 1), innerHeight - 1)];
          const top = document.elementFromPoint(x, y);
          return box.bottom <= 0 || box.top >= innerHeight ? `outside of the window: ${name}`
            : top && (seen.contains(top) || top.contains(seen) || seen.labels?.[0]?.contains(top)) ? '' : `covered by ${top?.outerHTML.slice(0, 80)}: ${name}`;
        }
        """);
}
