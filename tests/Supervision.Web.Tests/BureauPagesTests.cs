using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Time;
using Supervision.Web.Localization;

namespace Supervision.Web.Tests;

/// <summary>Tasks, documents, warnings, events and the journal, as people of a bureau use them; another agency's officer finds nothing.</summary>
public sealed class BureauPagesTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATask_IsFoundOnTheBoard_AndNotByAnotherAgency()
    {
        var page = await web.SignedInAsync("inspector", new() { Locale = "en" });
        await page.GotoAsync("/bureau/tasks");
        var link = page.Locator(".board a").First;
        var address = (await link.GetAttributeAsync("href"))!;
        await link.ClickAsync();
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("Officers");
        await page.GotoAsync("/bureau/tasks?officer=nobody");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("No task is open");
        await page.Context.CloseAsync();

        var foreign = await web.SignedInAsync("planner");
        Assert.Equal(404, (await foreign.GotoAsync(address))!.Status);
        await foreign.Context.CloseAsync();
    }

    // It brings its own styles and no script, and only the own agency reads it.
    [Fact]
    public async Task ADocument_IsReadAndDownloaded_ByItsAgencyOnly()
    {
        var page = await web.SignedInAsync("inspector", new() { Locale = "en" });
        var task = await OrderedTaskAsync();
        await page.GotoAsync("/bureau/tasks/" + task);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Order to correct" });
        var address = (await link.GetAttributeAsync("href"))!;
        var answer = await page.APIRequest.GetAsync(address);
        Assert.Contains("责令", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("sandbox", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Contains("attachment", (await page.APIRequest.GetAsync(address + "?download=true")).Headers["content-disposition"], StringComparison.Ordinal);
        await page.Context.CloseAsync();

        var foreign = await web.SignedInAsync("planner");
        Assert.Equal(404, (await foreign.APIRequest.GetAsync(address)).Status);
        await foreign.Context.CloseAsync();
    }

    // Confirmed, dispatched, and what a step lacks is said in the place where it lacks.
    [Fact]
    public async Task AWarning_IsTracked_FromTheListThroughItsSteps()
    {
        await RaiseAsync("w-tracked");
        var page = await web.SignedInAsync("planner", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/warnings");
        await page.Locator("a[href='/bureau/matters/w-tracked']").ClickAsync();
        await TakeAsync(page, "Dismiss as false", "");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP70");
        await TakeAsync(page, "Confirm", "");
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("Confirmed");
        await page.Locator("#agencies").SelectOptionAsync("330782");
        await TakeAsync(page, "Dispatch", "现场核查");
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("Tasked");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("w-tracked.1");
        await page.Context.CloseAsync();

        // The agency that it went to finds its part in the inbox, and the warning; one that takes no part finds neither.
        var taker = await web.SignedInAsync("yiwu", new() { Locale = "en" });
        await taker.GotoAsync("/bureau/events");
        await taker.Locator("a[href='/bureau/matters/w-tracked.1']").ClickAsync();
        await TakeAsync(taker, "Accept", "");
        await Assertions.Expect(taker.Locator("dl.facts")).ToContainTextAsync("Accepted");
        await taker.Context.CloseAsync();
    }

    [Fact]
    public async Task TheInbox_HoldsWhatWaitsForTheAgency_AndTriageMovesIt()
    {
        var page = await web.SignedInAsync("planner", new() { Locale = "en" });
        await Assertions.Expect(page.Locator("tbody a[href='/bureau/matters/demo-event-1']")).ToHaveCountAsync(1); // on the work list, where one starts
        await page.GotoAsync("/bureau/events");
        await page.Locator("a[href='/bureau/matters/demo-event-1']").ClickAsync();
        await page.Locator("#category").SelectOptionAsync("fire-hazard");
        await TakeAsync(page, "Triage", "");
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("Triaged");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TheJournal_IsVerified_AndAnEntryIsProved()
    {
        var page = await web.SignedInAsync("auditor", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/journal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify the whole journal" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("the root agrees");
        await page.Locator("#type").FillAsync("draw.made");
        await page.Locator("[name=key]").FillAsync("market-2026-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.Locator("tbody a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the proof" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The proof holds");
        Assert.Equal(404, (await page.GotoAsync("/bureau/journal/99999999"))!.Status);
        await page.Context.CloseAsync();
    }

    // Every entry of a journal is proved, none with another's path or record.
    [Fact]
    public async Task AProof_HoldsForItsEntryOnly()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<IJournalReader>();
        var first = (await JournalProof.OfAsync(journal, 0, Cancellation)).OrThrow();
        var other = (await JournalProof.OfAsync(journal, 5, Cancellation)).OrThrow();
        Assert.True(first.Holds);
        Assert.True(other.Holds);
        Assert.False((first with { Path = other.Path }).Holds);
        Assert.False((first with { Entry = other.Entry }).Holds);
        Assert.False((other with { Entry = other.Entry with { Record = other.Entry.Record with { Key = "x" } } }).Holds);
        Assert.Equal("SUP7310", (await JournalProof.OfAsync(journal, first.Head.Size + 1000, Cancellation)).Refusal!.Code);
    }

    // The walk's orders to correct ended in March: the visit's own last day, at the end of the year, hides nothing.
    [Fact]
    public async Task AnOrderThatNobodyMet_IsOverdue_OnTheBoardAndOnItsPage()
    {
        var page = await web.SignedInAsync("inspector", new() { Locale = "en", JavaScriptEnabled = false });
        var id = await OrderedTaskAsync();
        await page.GotoAsync("/bureau/tasks");
        await Assertions.Expect(page.Locator(".board li").Filter(new() { Has = page.Locator($"a[href='/bureau/tasks/{id}']") })).ToContainTextAsync("2026-03-25 overdue"); // a look-back has the id in its own
        await page.GotoAsync("/bureau/tasks/" + id);
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync("2026-03-25 overdue");
        await page.Context.CloseAsync();
    }

    // 10:00 in the bureau is 02:00 UTC, as it is stored.
    [Fact]
    public async Task ARecord_IsDatedByTheBureausClock()
    {
        var id = await OrderedTaskAsync();
        await using var scope = web.Services.CreateAsyncScope();
        var task = (await scope.ServiceProvider.GetRequiredService<ITaskStore>().FindAsync(id, Cancellation))!;
        var recorded = task.RecordedAt!.Value.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var page = await web.SignedInAsync("inspector", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/tasks/" + id);
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync(recorded);
        await page.Context.CloseAsync();
    }

    [Fact]
    public void EveryStepAndStateOfAMatter_HasAText()
    {
        var texts = new WebTexts();
        foreach (var step in ((MatterKind[])[MatterKind.Warning, MatterKind.Event, MatterKind.Commitment, MatterKind.PointNotice, MatterKind.SelfTask, MatterKind.Receipt, MatterKind.ListEntry]).SelectMany(MatterLifecycles.Of))
        {
            Assert.NotEmpty(texts[$"matter.state.{step.From}"] + texts[$"matter.state.{step.To}"] + texts[$"matter.step.{step.Trigger}"]);
        }
    }

    [Theory]
    [InlineData("inspector", "/bureau/tasks")]
    [InlineData("inspector", "/bureau/tasks/ordered")]
    [InlineData("planner", "/bureau/warnings")]
    [InlineData("planner", "/bureau/events?all=true")]
    [InlineData("planner", "/bureau/matters/demo-event-1")]
    [InlineData("planner", "/bureau/matters/W-demo-expired")]
    [InlineData("registrar", "/bureau/commitments")]
    [InlineData("registrar", "/bureau/matters/demo-promise")]
    [InlineData("credit", "/bureau/self-tasks?all=true")]
    [InlineData("inspector", "/bureau/notices?all=true")]
    [InlineData("auditor", "/bureau/journal?verify=true")]
    [InlineData("auditor", "/bureau/journal/3?prove=true")]
    [InlineData("admin", "/bureau/sessions")]
    [InlineData("admin", "/account")]
    public async Task APage_FitsAndIsAccessible(string name, string path)
    {
        var page = await web.SignedInAsync(name);
        await Judge.FitsAndIsAccessibleAsync(page, path.EndsWith("/ordered", StringComparison.Ordinal) ? "/bureau/tasks/" + await OrderedTaskAsync() : path);
        await page.Context.CloseAsync();
    }

    private static async Task TakeAsync(IPage page, string step, string text)
    {
        await page.Locator("#step").SelectOptionAsync(new SelectOptionValue { Label = step });
        await page.Locator("#text").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this step" }).ClickAsync();
    }

    private async Task<string> OrderedTaskAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var issued = await scope.ServiceProvider.GetRequiredService<IJournalIndex>().FindAsync("document.issued", null, Cancellation);
        return issued[0].Record.Key;
    }

    private async Task RaiseAsync(string id)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var warning = new Matter
        {
            Id = id, Kind = MatterKind.Warning, AgencyId = "330700", OriginAgencyId = "330700", Category = "demo", Title = "特种设备检验即将到期（示例）",
            SubjectId = "91999999MA0PR1NT3Q", OpenedAt = scope.ServiceProvider.GetRequiredService<AuthorityClock>().Now.AddMinutes(-5), State = MatterState.Raised, Parties = ["330700"],
        };
        await scope.ServiceProvider.GetRequiredService<IMatterStore>().AddAsync(warning, Cancellation);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Cancellation);
    }
}
