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

    // The agency of the demonstration has an overdue case, an overdue warning and things that are not due yet: the order shows.
    [Fact]
    public async Task WorkList_PutsOverdueCasesAndWarnings_BeforeWhatIsNotDue()
    {
        var page = await web.SignedInAsync("planner", new() { Locale = "en" });
        var rows = (await page.Locator("tbody tr").AllInnerTextsAsync()).ToList();
        var overdue = rows.ConvertAll(row => row.Contains("overdue", StringComparison.Ordinal));
        Assert.Equal(overdue.OrderByDescending(late => late), overdue);
        Assert.Contains(rows.Where((_, at) => overdue[at]), row => row.Contains("demo-2", StringComparison.Ordinal));
        Assert.Contains(rows.Where((_, at) => overdue[at]), row => row.Contains("W-demo-licence", StringComparison.Ordinal));
        Assert.Contains(rows.Where((_, at) => !overdue[at]), row => row.Contains("demo-1", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ACase_IsFoundFromTheWorkList_AndIsNotThereForAnotherAgency()
    {
        var officer = await web.SignedInAsync("case-officer", new() { Locale = "en" });
        await officer.GetByRole(AriaRole.Link, new() { Name = "demo-1", Exact = true }).ClickAsync();
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
    [InlineData("case-officer", "/bureau/cases")]
    [InlineData("case-officer", "/bureau/cases?state=Archived")]
    [InlineData("case-officer", "/bureau/cases/demo-1")]
    [InlineData("inspector", "/bureau/subjects")]
    [InlineData("inspector", "/bureau/subjects?text=%25%25")]
    [InlineData("case-officer", "/bureau/subjects/91999999MA0PR1NT3Q")]
    public async Task APage_FitsAndIsAccessible(string name, string path)
    {
        var page = await web.SignedInAsync(name);
        await Judge.FitsAndIsAccessibleAsync(page, path);
        await page.Context.CloseAsync();
    }

    // Search, subject, its case: by links and the keyboard's Enter alone.
    [Fact]
    public async Task ASubject_IsFoundByPartOfItsName_AndLeadsToItsCases()
    {
        var page = await web.SignedInAsync("case-officer", new() { Locale = "en", JavaScriptEnabled = false });
        await page.Locator("nav.places").GetByRole(AriaRole.Link, new() { Name = "Subjects" }).ClickAsync();
        await page.GetByLabel("Part of the name").FillAsync("91999999MA0PR");
        await page.GetByLabel("Part of the name").PressAsync("Enter");
        await page.Locator("tbody a").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("91999999MA0PR1NT3Q");
        await page.GetByRole(AriaRole.Link, new() { Name = "demo-1", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("demo-1");
        await page.GotoAsync("/bureau/cases?state=ClueRegistered");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("demo-1");
        await page.GotoAsync("/bureau/cases?state=Closed");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("demo-1");
        await page.Context.CloseAsync();
    }
}
