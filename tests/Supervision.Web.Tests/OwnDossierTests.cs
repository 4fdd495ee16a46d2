using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;

namespace Supervision.Web.Tests;

/// <summary>A subject reads about itself, and only about itself; a bureau reads the dossier of a subject of another day.</summary>
[Collection("notices of the noodle shop change")]
public sealed class OwnDossierTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASubject_ReadsItsPointsAndWhatMendsThem_AndTheLookIsJournalled()
    {
        var page = await web.SignedInAsync("noodle-shop", new() { Locale = "en", JavaScriptEnabled = false });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("92999999MA0NDL014U");
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("Grade");
        await Assertions.Expect(page.Locator("ul.tree")).ToContainTextAsync("监管积分");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("gives back");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("第一百一十条");
        var notice = (await page.GetByRole(AriaRole.Link, new() { Name = "Order to correct", Exact = true }).GetAttributeAsync("href"))!;
        Assert.Contains("责令", await (await page.APIRequest.GetAsync(notice)).TextAsync(), StringComparison.Ordinal);
        Assert.Equal(403, (await page.GotoAsync("/bureau/subjects/91999999MA0PR1NT3Q"))!.Status);
        await page.Context.CloseAsync();
        await using var scope = web.Services.CreateAsyncScope();
        var looks = await scope.ServiceProvider.GetRequiredService<IJournalIndex>().FindAsync("dossier.viewed", "92999999MA0NDL014U", Cancellation);
        Assert.Contains(looks, look => look.Record.Actor.Id == "noodle-shop");
    }

    // The pack yiwu-12-point 2026.1 has a note in English. It stays in the pack, and a reader of Chinese is spared it; the city's own text stays in both languages.
    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("en", true)]
    public async Task ANoteOfAPack_InAnotherLanguage_IsNotShown(string locale, bool isShown)
    {
        var page = await web.SignedInAsync("noodle-shop", new() { Locale = locale, JavaScriptEnabled = false });
        await page.Locator("main summary").ClickAsync();
        Assert.Equal(isShown, (await page.Locator("ul.tree").InnerTextAsync()).Contains("Lower bound of A is an assumption", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("ul.tree")).ToContainTextAsync("监管积分");
        await page.Context.CloseAsync();
    }

    // What a finding cost is said beside it, on the dossier and on its notice: 一般 3, 轻微 1 (义乌市信用监管实施暂行办法).
    [Fact]
    public async Task ANotice_SaysWhatEachFaultCost()
    {
        var page = await web.SignedInAsync("noodle-shop", new() { JavaScriptEnabled = false });
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "积分怎样得出" }).Locator("tbody tr");
        await Assertions.Expect(rows.Filter(new() { HasText = "餐具、饮具" })).ToContainTextAsync("+3");
        await page.GotoAsync("/mine/notices/N-catering-2026-1-00030");
        await Assertions.Expect(page.Locator("main li").Filter(new() { HasText = "餐具、饮具" })).ToContainTextAsync("（一般） 记 3 分");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("共记 4 分");
        await page.Context.CloseAsync();
    }

    // A clue is being verified: the party is not told before the law has it told. And nobody reads another's notices.
    [Fact]
    public async Task ASubject_SeesNeitherAnOpenClue_NorAnothersDocuments()
    {
        var page = await web.SignedInAsync("print-shop", new() { Locale = "en" });
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("demo-1");
        await using var scope = web.Services.CreateAsyncScope();
        const string task = "catering-2026-1-00030"; // of the noodle shop
        Assert.Contains(await scope.ServiceProvider.GetRequiredService<IJournalIndex>().FindAsync("document.issued", null, Cancellation), one => one.Record.Key == task);
        Assert.Equal(404, (await page.APIRequest.GetAsync("/mine/documents/OrderToCorrect/" + task)).Status);
        Assert.Equal(404, (await page.APIRequest.GetAsync("/mine/documents/PublicationText/demo-penalty")).Status);
        await page.Context.CloseAsync();
        var officer = await web.SignedInAsync("inspector");
        Assert.NotEqual(200, (await officer.GotoAsync("/mine"))!.Status);
        await officer.Context.CloseAsync();
    }

    // Before the inspections nothing was found; what was recorded since is not known on that day.
    [Fact]
    public async Task ADossierOfAnEarlierDay_ShowsWhatWasKnownThen()
    {
        var page = await web.SignedInAsync("inspector", new() { Locale = "en" });
        await page.GotoAsync("/bureau/subjects/92999999MA0NDL014U");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Nothing was found");
        await page.GotoAsync("/bureau/subjects/92999999MA0NDL014U?asOf=2026-03-01&knownOn=2026-03-01");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nothing was found");
        Assert.Equal(422, (await page.GotoAsync("/bureau/subjects/92999999MA0NDL014U?asOf=2099-03-01"))!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3201");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("noodle-shop", "/mine")]
    [InlineData("inspector", "/bureau/subjects/92999999MA0NDL014U")]
    public async Task APage_FitsAndIsAccessible(string name, string path)
    {
        var page = await web.SignedInAsync(name);
        await Judge.FitsAndIsAccessibleAsync(page, path);
        await page.Context.CloseAsync();
    }
}
