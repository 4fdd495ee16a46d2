using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>The work list and the page of a case: what an agency has to do is there, overdue first, and nobody else's is.</summary>
public sealed class WorkListTests(WebFixture web)
{
    [Fact]
    public async Task WorkList_ShowsTheOwnAgencysTasks_OverdueFirst()
    {
        var page = await web.SignedInAsync("inspector", new() { Locale = "en" });
        var days = await page.Locator("tbody td:first-child").AllInnerTextsAsync();
        Assert.NotEmpty(days);
        var overdue = days.Select(day => day.Contains("overdue", StringComparison.Ordinal)).ToList();
        Assert.Equal(overdue.OrderByDescending(late => late), overdue);
        Assert.Equal(days.Where(day => day.Contains("overdue", StringComparison.Ordinal)).Order(StringComparer.Ordinal), days.Where(day => day.Contains("overdue", StringComparison.Ordinal)));
        Assert.DoesNotContain("demo-1", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ACase_IsFoundFromTheWorkList_AndIsNotThereForAnotherAgency()
    {
        var officer = await web.SignedInAsync("case-officer", new() { Locale = "en" });
        await officer.GetByRole(AriaRole.Link, new() { Name = "demo-1" }).ClickAsync();
        await Assertions.Expect(officer.Locator("h1")).ToContainTextAsync("demo-1");
        await Assertions.Expect(officer.Locator("table").First).ToContainTextAsync("Verify");
        await officer.Context.CloseAsync();

        var foreign = await web.SignedInAsync("yiwu");
        Assert.DoesNotContain("demo-1", await foreign.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await foreign.GotoAsync("/bureau/cases/demo-1"))!.Status);
        Assert.DoesNotContain("商标", await foreign.ContentAsync(), StringComparison.Ordinal);
        await foreign.Context.CloseAsync();
    }

    [Theory]
    [InlineData("inspector", "/bureau")]
    [InlineData("case-officer", "/bureau/cases/demo-1")]
    public async Task APage_FitsAndIsAccessible(string name, string path)
    {
        foreach (var (width, locale) in new[] { (390, "zh-CN"), (1440, "zh-CN"), (390, "en"), (1440, "en") })
        {
            var page = await web.SignedInAsync(name, new() { Locale = locale, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
            Assert.True((await page.GotoAsync(path))!.Ok);
            if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{path.Trim('/').Replace('/', '-')}-{width}-{locale}.png") });
            }

            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await Axe.ViolationsAsync(page));
            await page.Context.CloseAsync();
        }
    }
}
