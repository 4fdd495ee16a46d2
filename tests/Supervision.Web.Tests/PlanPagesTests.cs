using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Time;

namespace Supervision.Web.Tests;

/// <summary>A plan is approved on its page, and yearly plans are merged; what is wrong with a file is said with its place.</summary>
[Collection("published draws change")]
public sealed class PlanPagesTests(WebFixture web)
{
    [Fact]
    public async Task APlan_IsApproved_AndItsDrawRoomOpens()
    {
        var today = web.Services.GetRequiredService<AuthorityClock>().Today;
        var page = await web.SignedInAsync("planner", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/plans");
        await page.Locator("#id").FillAsync("page-plan");
        await page.Locator("#name").FillAsync("页面批准的计划");
        await page.Locator("#from").FillAsync($"{today.AddDays(9):yyyy-MM-dd}");
        await page.Locator("#to").FillAsync($"{today:yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP4104");
        await page.Locator("#to").FillAsync($"{today.AddDays(9):yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("页面批准的计划");
        await Assertions.Expect(page.Locator("[aria-current=step]")).ToHaveTextAsync("Announce");
        await page.Context.CloseAsync();

        var inspector = await web.SignedInAsync("inspector", new() { Locale = "en" });
        await inspector.GotoAsync("/bureau/plans");
        await Assertions.Expect(inspector.Locator("main")).ToContainTextAsync("one of these duties: Planner");
        await Assertions.Expect(inspector.Locator("#name")).ToHaveCountAsync(0);
        await inspector.PostAnywayAsync("/bureau/plans", ("id", "not-mine"), ("name", "x"));
        await Assertions.Expect(inspector.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP93");
        await inspector.Context.CloseAsync();
    }

    // Two agencies with the same subject and overlapping windows: one visit instead of two.
    [Fact]
    public async Task YearlyPlans_OfTwoAgencies_AreMergedIntoOneVisit()
    {
        var page = await web.SignedInAsync("planner", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/plans/merge");
        await page.Locator("#plans").SetInputFilesAsync([Plan("market", "food"), Plan("fire", "exits")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("2 planned, 1 left, 1 saved");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("fire × 2, market × 2");
        await page.Locator("#plans").SetInputFilesAsync([Plan("market", "food"), new FilePayload { Name = "bad.json", MimeType = "application/json", Buffer = "{\n \"agency\": 5 }"u8.ToArray() }]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bad.json");
        await page.Context.CloseAsync();
    }

    // Nothing is dropped without its reason, and what is in the register is called by its name.
    [Fact]
    public async Task WhatAMergeLeavesOut_IsListedByNameWithItsReason()
    {
        var page = await web.SignedInAsync("planner", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/plans/merge");
        await page.Locator("#plans").SetInputFilesAsync([Plan("330700", "33070100200100", "92999999MA0NDL014U"), Plan("330782", "33070100200100")]);
        await page.Locator("#rules").SetInputFilesAsync(new FilePayload
        {
            Name = "rules.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes("""{ "leaveInPeace": ["92999999MA0NDL014U"] }"""),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        await page.Locator("details", new() { HasText = "Checks dropped" }).Locator("summary").ClickAsync();
        await Assertions.Expect(page.Locator("details li")).ToContainTextAsync("义乌市何记面馆（示例）");
        await Assertions.Expect(page.Locator("details li")).ToContainTextAsync("金华市市场监督管理局（示例）: The business is left in peace");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("登记事项和经营行为监督检查");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/bureau/plans")]
    [InlineData("/bureau/plans/merge")]
    public async Task APage_FitsAndIsAccessible(string path)
    {
        var page = await web.SignedInAsync("planner");
        await Judge.FitsAndIsAccessibleAsync(page, path);
        await page.Context.CloseAsync();
    }

    private static FilePayload Plan(string agency, string item, string subject = "S-1") => new()
    {
        Name = agency + ".json", MimeType = "application/json",
        Buffer = Encoding.UTF8.GetBytes($$"""{"agency": "{{agency}}", "year": 2026, "lines": [{"item": "{{item}}", "subjects": ["{{subject}}"], "from": "2026-05-01", "to": "2026-05-31"}]}"""),
    };
}
