using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Time;

namespace Supervision.Web.Tests;

/// <summary>
/// A policy changes by two people: the author lowers the full size from 12 to 10 points from next 1 January, sees a gap and what would change,
/// and somebody else publishes.
/// </summary>
[Collection("versions of packs change")]
public sealed class RuleStudioTests(WebFixture web)
{
    private readonly int _next = web.Services.GetRequiredService<AuthorityClock>().Today.Year + 1;

    [Fact]
    public async Task AnAuthor_Changes12To10_AndSomebodyElsePublishes()
    {
        var author = await web.SignedInAsync("author", new() { Locale = "en" });
        await PublishTheVersionThatShipsAsync(author);
        await author.GotoAsync("/bureau/rules");
        await author.GetByRole(AriaRole.Link, new() { Name = "yiwu-12-point" }).First.ClickAsync();
        await author.GetByRole(AriaRole.Link, new() { Name = "Edit as a new draft" }).ClickAsync();

        // A cell that leaves 80 to 82 without a row is told at once, by a case and not by a number of a row.
        var cell = author.GetByLabel("等级, row 2, 综合分.active");
        await cell.FillAsync("[82..90)");
        await Assertions.Expect(author.Locator("#checks")).ToContainTextAsync("综合分.active = 80");
        await cell.FillAsync("[80..90)");
        await Assertions.Expect(author.Locator("#checks")).ToContainTextAsync("All examples pass");

        // A row that shares its cases with another is told too.
        await author.GetByRole(AriaRole.Button, new() { Name = "Add a row below row 2 of 等级" }).ClickAsync();
        await Assertions.Expect(author.Locator("#checks")).ToContainTextAsync("SUP5027");
        await author.GetByRole(AriaRole.Button, new() { Name = "Take out row 3 of 等级" }).ClickAsync();
        await Assertions.Expect(author.Locator("#checks")).ToContainTextAsync("All examples pass");

        // A full 10: the example of exactly 11.5 points without a step fails now, and has to be mended by the author.
        await author.GetByLabel("Version").FillAsync($"{_next}.1");
        await author.GetByLabel("From (first day)", new() { Exact = true }).FillAsync($"{_next}-01-01");
        await author.GetByLabel("full 2019-01-01").FillAsync("10");
        await Assertions.Expect(author.Locator("#checks")).ToContainTextAsync("监管积分.steps: expected");
        await Assertions.Expect(author.Locator("#checks")).ToContainTextAsync("parameters.full");
        await author.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await author.ArrivedAsync("/bureau/rules/pack\\?");
        await Assertions.Expect(author.Locator("main")).ToContainTextAsync("An example fails");

        // With its examples mended as text.
        await author.GetByRole(AriaRole.Link, new() { Name = "Edit as a new draft" }).ClickAsync();
        await author.GetByText("Text of the pack").ClickAsync();
        var text = await author.Locator("#text").InputValueAsync();
        await author.Locator("#text").FillAsync(WithoutExamples(text) + Examples.Replace("YEAR", $"{_next}", StringComparison.Ordinal));
        await author.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await author.ArrivedAsync("/bureau/rules/pack\\?");
        await Assertions.Expect(author.Locator("main")).ToContainTextAsync("All examples pass");
        var draft = new Uri(author.Url).PathAndQuery;

        await author.GetByRole(AriaRole.Link, new() { Name = "What if" }).ClickAsync();
        await Assertions.Expect(author.Locator("main")).ToContainTextAsync("subjects,");
        Assert.Equal(2, await author.Locator("figure.matrix svg").CountAsync());

        // Four eyes: the author may not; the publisher may.
        await author.GotoAsync(draft);
        await Assertions.Expect(author.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToHaveCountAsync(0);
        await Assertions.Expect(author.Locator("main")).ToContainTextAsync("published by somebody else");
        var publisher = await web.SignedInAsync("publisher", new() { Locale = "en" });
        await publisher.GotoAsync("/bureau/rules");
        await publisher.Locator("ul.files a").Filter(new() { HasText = $"{_next}.1" }).First.ClickAsync(); // what waits stands above the table
        await publisher.GotoAsync(draft);
        await publisher.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(publisher.Locator("dl.facts")).ToContainTextAsync("Not yet in force");
        await Assertions.Expect(publisher.Locator("dl.facts")).ToContainTextAsync("publisher");
        await publisher.GotoAsync("/bureau/rules");
        await Assertions.Expect(publisher.Locator("main table")).ToContainTextAsync($"{_next}.1");
    }

    [Fact]
    public async Task AnyOfficer_SeesWhyASubjectHasItsScore()
    {
        var page = await web.SignedInAsync("inspector", new() { Locale = "en" });
        await page.GotoAsync("/bureau/rules");
        await page.GetByLabel("Subject").FillAsync("92999999MA0NDL014U");
        await page.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();
        await Assertions.Expect(page.Locator("ul.tree")).ToContainTextAsync("监管积分");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("yiwu-12-point");
    }

    [Theory]
    [InlineData("/bureau/rules")]
    [InlineData("/bureau/rules/pack")]
    [InlineData("/bureau/rules/edit")]
    [InlineData("/bureau/rules/what-if")]
    [InlineData("/bureau/rules/subject?id=92999999MA0NDL014U")]
    public async Task AStudioPage_FitsAndIsAccessible(string path)
    {
        var page = await web.SignedInAsync("author");
        if (path is "/bureau/rules/pack" or "/bureau/rules/edit" or "/bureau/rules/what-if")
        {
            await page.GotoAsync("/bureau/rules");
            var pack = (await page.GetByRole(AriaRole.Link, new() { Name = "yiwu-12-point" }).First.GetAttributeAsync("href"))!;
            path += pack[pack.IndexOf('?', StringComparison.Ordinal)..];
        }

        await Judge.FitsAndIsAccessibleAsync(page, path);
        await page.Context.CloseAsync();
    }

    private const string Examples = """
        examples:
          - name: ten is full
            events:
              - { PointNoticeServed: { on: YEAR-02-01, faults: [ { code: a, severity: heavier }, { code: b, severity: ordinary }, { code: c, severity: slight } ] } }
            asOf: YEAR-02-01
            expect: { 监管积分: 10, 监管积分.steps: 1, 综合分: 98 }

        """;

    private static string WithoutExamples(string text) => text[..text.IndexOf("examples:", StringComparison.Ordinal)];

    // The version that ships becomes one of the bureau's own, so that the next one can take over from it.
    private async Task PublishTheVersionThatShipsAsync(IPage author)
    {
        await author.GotoAsync("/bureau/rules");
        await author.GetByRole(AriaRole.Link, new() { Name = "yiwu-12-point" }).First.ClickAsync();
        await author.GetByRole(AriaRole.Link, new() { Name = "Edit as a new draft" }).ClickAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await author.ArrivedAsync("/bureau/rules/pack\\?");
        var draft = new Uri(author.Url).PathAndQuery;
        var publisher = await web.SignedInAsync("publisher", new() { Locale = "en" });
        await publisher.GotoAsync(draft);
        await publisher.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(publisher.Locator("dl.facts")).ToContainTextAsync("In force");
        await publisher.Context.CloseAsync();
    }
}
