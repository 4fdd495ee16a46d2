using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Time;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>A case taken from the clue to the archive by its page alone, without JavaScript: what the law forbids is said with its article.</summary>
public sealed class CaseStepsTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACase_GoesFromTheClueToTheArchive_OnItsPage()
    {
        await OpenAsync("steps-fine");
        var page = await web.SignedInAsync("case-officer", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/cases/steps-fine");

        // Nothing is filed without initial evidence and competence.
        await ChooseAsync(page, "File");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("initial evidence of a violation");
        await FillAsync(page, ("#text", "现场笔录（示例）"), ("#approvedBy", "head"));
        await TakeAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP2312");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("第五十四条");
        await MarkAsync(page, "InitialEvidence", "OwnJurisdiction");
        await TakeAsync(page);
        await StandsAsync(page, "Filed");

        // Two handlers, not one.
        await ChooseAsync(page, "Assign handlers");
        await FillAsync(page, ("#persons", "JH001"));
        await TakeAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP2318");
        await FillAsync(page, ("#persons", "JH001，JH002"));
        await TakeAsync(page);
        await StandsAsync(page, "Investigating");

        await ChooseAsync(page, "Serve the advance notice");
        await SanctionAsync(page);
        await FillAsync(page, ("#text", "安排未取得健康证明的人员（示例）"), ("#agencyShort", "金市监"), ("#contact", "值班室"), ("#phone", "0579-82000000"));
        await MarkAsync(page, "RightsTold");
        await TakeAsync(page);
        await StandsAsync(page, "Notice served");
        await Assertions.Expect(page.Locator("ul.files")).ToContainTextAsync("Advance notice");

        // The days of the plea run: no decision yet, and no form for one.
        await Assertions.Expect(page.Locator("ul.choices")).Not.ToContainTextAsync("Decide the penalty");
        await Assertions.Expect(page.Locator("main details").First).ToContainTextAsync("SUP2342");
        await ChooseAsync(page, "Waive plea and hearing");
        await MarkAsync(page, "PartySigned");
        await TakeAsync(page);
        await ChooseAsync(page, "Decide the penalty");
        Assert.Equal("值班室", await page.Locator("#contact").InputValueAsync());
        await SanctionAsync(page);
        await FillAsync(page, ("#text", "从轻"), ("#approvedBy", "head"), ("#agencyShort", "金市监"));
        await TakeAsync(page);
        await StandsAsync(page, "Decided");

        await ChooseAsync(page, "Serve the decision");
        await FillAsync(page, ("#agencyShort", "金市监"));
        await MarkAsync(page, "PublicityTold");
        await TakeAsync(page);
        await StandsAsync(page, "Served");
        await Assertions.Expect(page.Locator("main details").First).ToContainTextAsync("SUP2360");

        await ChooseAsync(page, "Record a payment");
        await FillAsync(page, ("#amount", "6000"));
        await TakeAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP2352");
        await FillAsync(page, ("#amount", "5000"), ("#reference", "示例银行"));
        await TakeAsync(page);
        await StandsAsync(page, "Performing");
        await ChooseAsync(page, "Close");
        await FillAsync(page, ("#agencyShort", "金市监"));
        await TakeAsync(page);
        await StandsAsync(page, "Closed");
        await page.Context.CloseAsync();
    }

    // Handed over, the page says to whom and that the answer is awaited; nothing is closed before it came.
    [Fact]
    public async Task ACase_HandedOver_WaitsForTheAnswer()
    {
        await OpenAsync("steps-transfer");
        var page = await web.SignedInAsync("case-officer", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/cases/steps-transfer");
        await ChooseAsync(page, "Hand over to the competent agency");
        await FillAsync(page, ("#text", "属环保部门管辖（示例）"), ("#approvedBy", "head"));
        await TakeAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP2366");
        await FillAsync(page, ("#reference", "示例市生态环境局"));
        await TakeAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("waits for the other side");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("示例市生态环境局");
        await Assertions.Expect(page.Locator("main details").First).ToContainTextAsync("SUP2368");
        await ChooseAsync(page, "Record the answer");
        await FillAsync(page, ("#text", "已受理（示例）"));
        await TakeAsync(page);
        await Assertions.Expect(page.Locator("ul.choices")).ToContainTextAsync("Close");
        await page.Context.CloseAsync();
    }

    // A second window over the same case, or a double click: the second form does not count.
    [Fact]
    public async Task AFormFilledInOverAnEarlierState_IsNotTaken()
    {
        await OpenAsync("steps-twice");
        var page = await web.SignedInAsync("case-officer", new() { Locale = "en", JavaScriptEnabled = false });
        var second = await page.Context.NewPageAsync();
        foreach (var one in (IPage[])[page, second])
        {
            await one.GotoAsync("/bureau/cases/steps-twice?step=ExtendVerification");
            await one.Locator("#approvedBy").FillAsync("head");
        }

        await TakeAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Extend the verification");
        await TakeAsync(second);
        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP7654");
        await page.GotoAsync("/bureau/cases/steps-twice?step=BeginExclusion");
        var answer = await page.APIRequest.PostAsync("/bureau/cases/steps-twice?step=BeginExclusion", new() { Form = page.APIRequest.CreateFormData().Set("fine", "x") });
        Assert.Equal(400, answer.Status); // no token, no step
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WhoeverHasNoDutyInCases_ReadsAndHasNoForm_AndAnotherAgencyFindsNothing()
    {
        await OpenAsync("steps-read");
        var reader = await web.SignedInAsync("credit", new() { Locale = "en" });
        await reader.GotoAsync("/bureau/cases/steps-read?step=File");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("You may look, not act");
        await Assertions.Expect(reader.Locator("main form")).ToHaveCountAsync(0);
        await reader.Context.CloseAsync();
        var foreign = await web.SignedInAsync("yiwu");
        Assert.Equal(404, (await foreign.GotoAsync("/bureau/cases/steps-read?step=File"))!.Status);
        await foreign.Context.CloseAsync();
    }

    [Theory]
    [InlineData("File")]
    [InlineData("DoNotFile")]
    [InlineData("DecideSummary")]
    public async Task AForm_FitsAndIsAccessible(string step)
    {
        var page = await web.SignedInAsync("case-officer");
        await Judge.FitsAndIsAccessibleAsync(page, "/bureau/cases/demo-2?step=" + step);
        await page.Context.CloseAsync();
    }

    private static async Task ChooseAsync(IPage page, string step) =>
        await page.Locator("ul.choices").GetByRole(AriaRole.Link, new() { Name = step, Exact = true }).ClickAsync();

    private static async Task FillAsync(IPage page, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            await page.Locator(field).FillAsync(value);
        }
    }

    private static async Task MarkAsync(IPage page, params string[] marks)
    {
        foreach (var mark in marks)
        {
            await page.Locator($"input[value={mark}]").CheckAsync();
        }
    }

    private static async Task SanctionAsync(IPage page)
    {
        await page.Locator("#fine").FillAsync("5000");
        await page.Locator("input[value=food-126-6]").CheckAsync();
        await page.Locator("#grade").SelectOptionAsync("Lighter");
    }

    private static Task TakeAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Take this step" }).ClickAsync();

    private static Task StandsAsync(IPage page, string state) => Assertions.Expect(page.Locator("dl.facts").First).ToContainTextAsync(state);

    private async Task OpenAsync(string id)
    {
        var officer = new Actor("case-officer", DemoUsers.Agency) { Roles = Roles.CaseOfficer };
        var today = web.Services.GetRequiredService<AuthorityClock>().Today;
        var clue = new CaseClue { Source = ClueSource.Inspection, ReceivedOn = today, ActId = id, ViolationOn = today, Facts = "示例" };
        var opened = await web.Services.GetRequiredService<CommandDesk>().RunAsync<OpenCase, Outcome<PenaltyCase>>(
            officer, open => open.RunAsync(id, DemoUsers.Businesses[1].Subject, clue, officer, Cancellation), Cancellation);
        opened.OrThrow();
    }
}
