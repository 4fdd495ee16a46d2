using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Matters;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>What a subject does about itself, and the officers who answer it: repair by an exam, an objection, a promise, a receipt. Another's matters are not there.</summary>
[Collection("notices of the noodle shop change")]
public sealed class SubjectActsTests(WebFixture web)
{
    private static readonly string s_noodles = DemoUsers.Businesses[0].Subject;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnExam_IsTakenFailedPassedAndVerifiedOnline_AndAnObjectionIsAnswered()
    {
        var notice = await NoticeAsync();
        var page = await web.SignedInAsync("noodle-shop", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/mine/notices");
        await page.Locator($"a[href='/mine/notices/{notice}']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "食品安全法考试" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("60 out of 100");
        var task = new Uri(page.Url).AbsolutePath.Split('/')[^1];

        // Two wrong of three are below the mark; an answer that is missing is named.
        await AnswerAsync(page, ("1", "消费者"), ("2", "驾驶证"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3146");
        await AnswerAsync(page, ("1", "消费者"), ("2", "驾驶证"), ("3", "供货者许可证和合格证明"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3142");
        await AnswerAsync(page, ("1", "食品生产经营者"), ("2", "有效健康证明"), ("3", "供货者许可证和合格证明"));
        await StandsAsync(page, "Handed in");

        var officer = await web.SignedInAsync("inspector", new() { Locale = "en", JavaScriptEnabled = false });
        await officer.GotoAsync("/bureau/self-tasks");
        await officer.Locator($"a[href='/bureau/matters/{task}']").ClickAsync();
        await Assertions.Expect(officer.Locator("dl.facts.wide")).ToContainTextAsync("有效健康证明");
        await TakeAsync(officer, "Verify", "");
        await Assertions.Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP7010");
        await TakeAsync(officer, "Verify", "答卷属实");
        await StandsAsync(officer, "Verified");
        await officer.Context.CloseAsync();

        // Not the office of another agency, and not before it was handed in.
        var foreign = await web.SignedInAsync("credit");
        Assert.Equal(404, (await foreign.GotoAsync("/bureau/matters/" + task))!.Status);
        await foreign.Context.CloseAsync();

        await page.GotoAsync("/mine/tasks/" + task);
        await StandsAsync(page, "Points given back");
        await page.GotoAsync("/mine/notices/" + notice);
        await page.Locator("#grounds").FillAsync("当日已出示健康证明（示例）");
        await page.GetByRole(AriaRole.Button, new() { Name = "Object", Exact = true }).ClickAsync();
        await StandsAsync(page, "Objected to");

        var clerk = await web.SignedInAsync("yiwu-credit", new() { Locale = "en", JavaScriptEnabled = false });
        await clerk.GotoAsync("/bureau/notices");
        await clerk.Locator($"a[href='/bureau/matters/{notice}']").ClickAsync();
        await TakeAsync(clerk, "Refuse the objection", "现场照片显示未佩戴健康证明（示例）");
        await StandsAsync(clerk, "Objection refused");
        await clerk.Context.CloseAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("现场照片显示未佩戴健康证明（示例）");
        await page.Context.CloseAsync();

        await using var scope = web.Services.CreateAsyncScope();
        var stepped = await scope.ServiceProvider.GetRequiredService<IJournalIndex>().FindAsync("point-notice.advanced", notice, Cancellation);
        Assert.Equal(("noodle-shop", s_noodles), (stepped[0].Record.Actor.Id, stepped[0].Record.Actor.AgencyId));
    }

    // Pictures of a self-check: without them it is not taken; of them the hash is kept.
    [Fact]
    public async Task ASelfCheck_NeedsItsPictures()
    {
        var page = await web.SignedInAsync("noodle-shop", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/mine/notices/" + await NoticeAsync(last: true));
        await page.GetByRole(AriaRole.Button, new() { Name = "餐饮单位自查表" }).ClickAsync();
        await AnswerAsync(page, ("1", "符合"), ("2", "已改正"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3147");
        await page.Locator("#picture").SetInputFilesAsync(new FilePayload { Name = "p.jpg", MimeType = "image/jpeg", Buffer = Encoding.UTF8.GetBytes("a picture") });
        await AnswerAsync(page, ("1", "符合"), ("2", "已改正"));
        await StandsAsync(page, "Handed in");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task APromise_IsSignedByTheApplicant_AndGrantedByTheAgency()
    {
        var page = await web.SignedInAsync("print-shop", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/mine/commitments");
        await page.GetByRole(AriaRole.Link, new() { Name = "经营性临时占用城市道路许可" }).ClickAsync();
        await page.Locator("#agency").SelectOptionAsync("330700");
        await page.Locator("#value-range").FillAsync("店前 3 米");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main ol")).ToContainTextAsync("占用范围不超过店前 3 米");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP3106");
        await page.Locator("#signature").FillAsync("ZLB-2026-0001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        await StandsAsync(page, "Signed");
        var id = new Uri(page.Url).AbsolutePath.Split('/')[^1];

        // Nobody else's: neither the other business nor its address.
        var other = await web.SignedInAsync("noodle-shop");
        Assert.Equal(404, (await other.GotoAsync("/mine/commitments/" + id))!.Status);
        Assert.Equal(404, (await other.GotoAsync("/mine/notices/" + id))!.Status);
        await other.Context.CloseAsync();

        var officer = await web.SignedInAsync("registrar", new() { Locale = "en", JavaScriptEnabled = false });
        await officer.GotoAsync("/bureau/commitments");
        await officer.Locator($"a[href='/bureau/matters/{id}']").ClickAsync();
        await Assertions.Expect(officer.Locator("main ol")).ToContainTextAsync("店前 3 米");
        await TakeAsync(officer, "Grant", "");
        await StandsAsync(officer, "Being checked");
        await Assertions.Expect(officer.GetByRole(AriaRole.Button, new() { Name = "Draw the conclusion" })).ToHaveCountAsync(0);
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("one of these duties: Inspector"); // who checks concludes
        await officer.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WhatWasPushed_IsAcknowledgedOnce()
    {
        var page = await web.SignedInAsync("print-shop", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/mine/notices");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("请对照规范自查");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Taken note of on");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "I have read" })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("noodle-shop", "/mine/notices")]
    [InlineData("noodle-shop", "/mine/notices/NOTICE")]
    [InlineData("noodle-shop", "/mine/tasks")]
    [InlineData("print-shop", "/mine/tasks")]
    [InlineData("print-shop", "/mine/commitments?item=printing-licence")]
    [InlineData("noodle-shop", "/mine/commitments/demo-promise")]
    public async Task APage_FitsAndIsAccessible(string name, string path)
    {
        var page = await web.SignedInAsync(name);
        await Judge.FitsAndIsAccessibleAsync(page, path.Replace("NOTICE", await NoticeAsync(), StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    // The form of each material, before it is handed in.
    [Theory]
    [InlineData("整改情况自报")]
    [InlineData("食品安全法学习")]
    public async Task ATask_FitsAndIsAccessible(string material)
    {
        var page = await web.SignedInAsync("noodle-shop");
        await page.GotoAsync("/mine/notices/" + await NoticeAsync(last: true));
        if (await page.GetByRole(AriaRole.Link, new() { Name = material }).CountAsync() == 0)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = material }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Link, new() { Name = material }).ClickAsync();
        }

        await Judge.FitsAndIsAccessibleAsync(page, "/mine/tasks/TASK".Replace("TASK", new Uri(page.Url).Segments[^1], StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private static async Task AnswerAsync(IPage page, params (string Part, string Answer)[] answers)
    {
        foreach (var (part, answer) in answers)
        {
            await page.Locator($"input[name='answers[{part}]'][value='{answer}']").CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
    }

    private static async Task TakeAsync(IPage page, string step, string text)
    {
        await page.Locator("#step").SelectOptionAsync(new SelectOptionValue { Label = step });
        await page.Locator("#text").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this step" }).ClickAsync();
    }

    private static Task StandsAsync(IPage page, string text) => Assertions.Expect(page.Locator("dl.facts").First).ToContainTextAsync(text);

    private async Task<string> NoticeAsync(bool last = false)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var notices = (await scope.ServiceProvider.GetRequiredService<IMatterStore>().ListOfSubjectAsync(s_noodles, MatterKind.PointNotice, Cancellation))
            .OrderBy(notice => notice.Id, StringComparer.Ordinal).ToList();
        return last ? notices[^1].Id : notices[0].Id;
    }
}
