using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>Indicators as a planner sees them: figure, both counts, chart; whoever may not, is told so.</summary>
public sealed class IndicatorPagesTests(WebFixture web)
{
    [Fact]
    public async Task Indicators_ShowFigureCountsAndChart()
    {
        var page = await web.SignedInAsync("planner", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/indicators?from=2026-01-01&to=2026-06-30&grain=Quarter");
        var found = page.Locator("section", new() { Has = page.Locator("#problem-found") });
        await Assertions.Expect(found).ToContainTextAsync(" / ");
        Assert.Equal(2, await found.Locator("svg rect").CountAsync());
        Assert.Equal(422, (await page.GotoAsync("/bureau/indicators?from=2026-06-30&to=2026-01-01"))!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3211");
        await page.Context.CloseAsync();
        var inspector = await web.SignedInAsync("inspector", new() { Locale = "en" });
        Assert.Equal(403, (await inspector.GotoAsync("/bureau/indicators"))!.Status);
        await Assertions.Expect(inspector.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP93");
        await inspector.Context.CloseAsync();
    }

    [Fact]
    public async Task ThePage_FitsAndIsAccessible()
    {
        var page = await web.SignedInAsync("planner");
        await Judge.FitsAndIsAccessibleAsync(page, "/bureau/indicators?from=2026-01-01&to=2026-06-30");
        await page.Context.CloseAsync();
    }
}
