using Microsoft.Playwright;
using Supervision.Inspections;

namespace Supervision.Web.Tests.Phone;

/// <summary>Two officers, two phones: each shows the own certificate, one record, both sign it; what is refused says why.</summary>
public sealed class TwoOfficersTests(WebFixture web)
{
    private readonly PhoneVisits _visits = new(web);

    [Fact]
    public async Task BothOfficers_ShowTheirCertificates_AndSignOneRecord()
    {
        var task = (await _visits.AddAsync("phone-two", 1))[0];
        var first = await OpenAsync("inspector", task);
        await PhoneVisits.EnterAsync(first, task);
        await PhoneVisits.AnswerAsync(first, "1", "Conform");
        await PhoneVisits.AnswerAsync(first, "2", "Conform");
        await PhoneVisits.PartySignsAsync(first);

        // 行政处罚法 art. 42: one officer alone makes no record, and the phone says so with the provision.
        await first.GetByRole(AriaRole.Button, new() { Name = "形成笔录" }).ClickAsync();
        await Assertions.Expect(first.Locator(".refused")).ToContainTextAsync("第四十二条");
        await Assertions.Expect(first.Locator(".refused")).ToBeInViewportAsync(); // where the button is

        var second = await OpenAsync("inspector2", task);
        await PhoneVisits.ShowCertificateAsync(second);
        await PhoneVisits.SentAsync(second);
        await first.GetByRole(AriaRole.Button, new() { Name = "再次发送" }).ClickAsync();
        await PhoneVisits.SentAsync(first);

        await PhoneVisits.SignRecordAsync(first);
        Assert.Equal(["JH057"], (await _visits.FindAsync(task.Id)).Task.OfficerSignatures.Select(one => one.OfficerId));
        await PhoneVisits.SignRecordAsync(second);
        var (done, log) = await _visits.FindAsync(task.Id);
        Assert.Equal(TaskState.Recorded, done.State);
        Assert.Equal(["JH057", "JH058"], done.PresentOfficerIds);
        Assert.Equal(["JH057", "JH058"], done.OfficerSignatures.Select(one => one.OfficerId));
        Assert.All(done.OfficerSignatures, one => Assert.Equal(done.RecordHash, one.RecordHash));
        Assert.Equal(2, log.Operations.Count(received => received.Operation.Kind == OperationKind.PresentCertificate));
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task AnswersThatDiffer_AreShownToChooseFrom()
    {
        var task = (await _visits.AddAsync("phone-differ", 1))[0];
        var first = await OpenAsync("inspector", task);
        var second = await OpenAsync("inspector2", task);
        await PhoneVisits.EnterAsync(first, task);
        await PhoneVisits.AnswerAsync(first, "1", "Conform");
        await PhoneVisits.SentAsync(first);
        await PhoneVisits.EnterAsync(second, task);
        await PhoneVisits.AnswerOtherwiseAsync(second, "1", "NotApplicable");
        await PhoneVisits.SentAsync(second);
        await Assertions.Expect(second.Locator(".conflict")).ToContainTextAsync("两台设备的结论不一致");
        await second.GetByRole(AriaRole.Button, new() { Name = "采用 周可欣 99070057：符合" }).ClickAsync();
        await Assertions.Expect(second.Locator(".conflict")).ToHaveCountAsync(0);
        await PhoneVisits.SentAsync(second);
        var answer = Assert.Single((await _visits.FindAsync(task.Id)).Log.Answers(out var conflicts));
        Assert.Empty(conflicts);
        Assert.Equal(CheckAnswer.Conform, answer.Answer);
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string name, InspectionTask task)
    {
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, name, "/sign-in?back=/m/");
        await PhoneVisits.OpenAsync(page, task);
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync("我的检查任务");
        return page;
    }
}
