using System.Text.Json;
using Microsoft.Playwright;
using Supervision.Catalog;
using Supervision.Sampling;
using Supervision.Web.Publication;

namespace Supervision.Web.Tests;

/// <summary>一公开: what is going to be inspected and what was drawn, by agency and area, without JavaScript and as open data.</summary>
public sealed class PublicPlansTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A plan of a whole city concerns each of its counties; one of a county is within its city.
    [Theory]
    [InlineData(null, null, "330782", true)]
    [InlineData("330700", "", "330782", true)]
    [InlineData("330701", "", "330782", false)]
    [InlineData("", "330782", "330782", true)]
    [InlineData("", "330782", "330700", true)]
    [InlineData("", "330700", "330782", true)]
    [InlineData("", "330781", "330782", false)]
    [InlineData("", "330100", "330782", false)]
    [InlineData("330701", "330782", "330782", false)]
    public void APlan_IsShown_ByAgencyAndArea(string? agency, string? area, string division, bool isShown)
    {
        var plan = new InspectionPlan
        {
            Id = "p", Name = "n", AgencyId = "330700", ItemCode = "i", Field = "f", Checklist = new ChecklistReference("c", 1, "h"), DivisionCode = division, SubjectCategories = [],
            From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31), Rates = [], MinPerCell = 1, CoolDownDays = 0, RatioSource = "s",
        };
        Assert.Equal(isShown, new PublicFilter(agency, area).Holds(plan));
    }

    [Fact]
    public async Task ThePlansOfAnAgency_LeadToItsDraws()
    {
        var page = await web.PageAsync(new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/plans");
        var all = await page.Locator("tbody tr").CountAsync();
        var agency = (await page.Locator("#agency option").Last.GetAttributeAsync("value"))!;
        await page.Locator("#agency").SelectOptionAsync(agency);
        await page.Locator("form.ask button").ClickAsync();
        Assert.InRange(await page.Locator("tbody tr").CountAsync(), 1, all);
        Assert.Equal(agency, await page.Locator("#agency").InputValueAsync());
        await page.GotoAsync("/plans");
        await page.Locator("a[href='/draws/catering-2026-1']").ClickAsync();
        await Assertions.Expect(page.Locator("#drawn")).ToBeVisibleAsync();
        await page.GotoAsync("/draws?area=330782");
        await Assertions.Expect(page.Locator("a[href='/draws/catering-2026-1']")).ToHaveCountAsync(1);
        await page.GotoAsync("/draws?agency=nobody");
        await page.GetByRole(AriaRole.Link, new() { Name = "All draws" }).ClickAsync();
        await Assertions.Expect(page.Locator("a[href='/draws/catering-2026-1']")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    // What the walk's inspections found stands beside who was drawn: in a word, and not what it was.
    [Fact]
    public async Task TheResults_StandBesideWhoWasDrawn()
    {
        var page = await web.PageAsync(new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/draws/catering-2026-1");
        var results = await page.Locator("#drawn ~ .scroll tbody td:last-child").AllInnerTextsAsync();
        Assert.Contains(results, result => result.StartsWith("no problem found 2026-03-", StringComparison.Ordinal));
        Assert.Contains(results, result => result.StartsWith("problem found, ordered to correct 2026-03-", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task OpenData_HasEveryPlan_InBothForms()
    {
        using var client = web.Client();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri("/open-data/plans.json", UriKind.Relative), Cancellation));
        var rows = json.RootElement.EnumerateArray().ToList();
        var csv = (await client.GetStringAsync(new Uri("/open-data/plans.csv", UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Count + 1, csv.Length);
        Assert.Equal(csv[0].Split(','), rows[0].EnumerateObject().Select(member => member.Name));
        Assert.Contains(rows, row => row.GetProperty("plan").GetString() == "market-2026" && row.GetProperty("ratios").GetString()!.Contains('=', StringComparison.Ordinal));
    }
}
