using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Inspections;
using Supervision.Web.Api;

namespace Supervision.Web.Tests.Phone;

/// <summary>A visit that finds a fault: picture as evidence, drawn signature, certificate scanned by the other phone, order to correct, look-back, slip.</summary>
public sealed class FaultTests(WebFixture web)
{
    private readonly PhoneVisits _visits = new(web);

    [Fact]
    public async Task AFault_WithItsPicture_EndsInAnOrderToCorrect()
    {
        var task = (await _visits.AddAsync("phone-fault", 1))[0];
        var first = await OpenAsync("inspector", task);
        var second = await OpenAsync("inspector2", task);
        var faults = PhoneLook.Faults(first);
        await PhoneVisits.EnterAsync(first, task);
        await PhoneVisits.AnswerAsync(first, "1", "NonConform");
        await PhoneVisits.PhotographAsync(first, "1", await CameraAsync(second));
        await first.Locator("#point-1-note").FillAsync("冷藏柜敞开");
        await PhoneVisits.AnswerAsync(first, "2", "Conform");
        await PhoneVisits.PartySignsAsync(first);
        await PhoneVisits.ShowCertificateAsync(second);
        await PhoneVisits.SentAsync(second);
        await PhoneVisits.SentAsync(first);
        await first.GetByRole(AriaRole.Button, new() { Name = "形成笔录" }).ClickAsync();
        await PhoneVisits.SignRecordAsync(first);
        await PhoneVisits.SignRecordAsync(second);

        await first.GetByRole(AriaRole.Button, new() { Name = "同步" }).ClickAsync();
        await Assertions.Expect(first.Locator("#by")).ToBeVisibleAsync();
        await LookInBothAsync(first, "order");
        await first.Locator("#by").FillAsync(DateTime.Now.AddDays(15).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await first.GetByRole(AriaRole.Button, new() { Name = "下达责令改正" }).ClickAsync();
        await Assertions.Expect(first.Locator("section > p").Filter(new() { HasText = "责令改正要点 1" })).ToBeVisibleAsync();

        var (done, _) = await _visits.FindAsync(task.Id);
        Assert.Equal(TaskState.Rectifying, done.State);
        var evidence = Assert.Single(done.Entries[0].Evidence);
        Assert.Equal("冷藏柜敞开", done.Entries[0].Note);
        Assert.StartsWith("phone-", evidence.Device, StringComparison.Ordinal);
        Assert.Equal("义乌市示例路154号", evidence.Location);
        Assert.InRange(evidence.TakenAt, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Equal(task.SubjectId, done.Entry!.SubjectCode);
        var picture = await IsKeptAsync(task.Id, evidence.Sha256, "image/jpeg");
        Assert.Equal(-1, picture.AsSpan().IndexOf("GPS-OF-A-HOME"u8));
        Assert.Equal(-1, picture.AsSpan().IndexOf("Exif"u8));
        Assert.Equal((int[])[1600, 1200], await first.EvaluateAsync<int[]>(
            "async text => { const { width, height } = await createImageBitmap(new Blob([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))])); return [width, height]; }",
            Convert.ToBase64String(picture)));
        await IsKeptAsync(task.Id, done.Signature!.ImageSha256!, "image/png");
        await PrintAsync(first);
        await LookInBothAsync(first, "recorded");
        Assert.Empty(faults);

        // 回头看: a visit of its own after the order.
        await first.GetByRole(AriaRole.Link, new() { Name = "回头看" }).ClickAsync();
        await first.Locator("#partner").SelectOptionAsync("JH058");
        await first.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Assertions.Expect(first.Locator("h1")).ToHaveTextAsync("未送达的记录");
        await PhoneVisits.SentAsync(first);
        Assert.Equal(TaskSource.LookBack, (await _visits.FindAsync("look-back." + task.Id)).Task.Source);
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task TheCertificate_OfOnePhone_IsReadByTheOther_AndAStrangersIsNot()
    {
        var task = (await _visits.AddAsync("phone-certificate", 1))[0];
        var first = await OpenAsync("inspector", task);
        var second = await OpenAsync("inspector2", task);
        await second.EvaluateAsync("location.hash = '#/certificate'");
        await Assertions.Expect(second.Locator(".certificate svg path")).ToHaveCountAsync(1);
        var code = await PictureAsync(second, ".certificate svg");
        await first.EvaluateAsync("location.hash = '#/certificate'");
        await Assertions.Expect(first.Locator(".certificate svg path")).ToHaveCountAsync(1);
        await first.Locator("#code-picture").SetInputFilesAsync(code);
        await Assertions.Expect(first.GetByText("证件有效：吴景行")).ToBeVisibleAsync();

        // The bureau's list decides, not the code: with another number on it, the same code is worth nothing.
        var stranger = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await stranger.RouteAsync("**/api/me/visits", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("99070058", "99070059", StringComparison.Ordinal) });
        });
        await WebFixture.SignInAsync(stranger, "inspector", "/sign-in?back=/m/");
        await Assertions.Expect(stranger.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
        await stranger.EvaluateAsync("location.hash = '#/certificate'");
        await Assertions.Expect(stranger.Locator(".certificate svg path")).ToHaveCountAsync(1);
        await stranger.Locator("#code-picture").SetInputFilesAsync(code);
        await Assertions.Expect(stranger.GetByText("名册中没有这个证件")).ToBeVisibleAsync();
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
        await stranger.Context.CloseAsync();
    }

    // Law: a record says of a point that conforms nothing that was noted of a fault; the officer who comes back to the fault finds it again.
    [Fact]
    public async Task WhatWasNotedOfAFault_LeavesWithIt_AndComesBackWithIt()
    {
        var task = (await _visits.AddAsync("phone-note", 1))[0];
        var page = await OpenAsync("inspector", task);
        await PhoneVisits.EnterAsync(page, task);
        await PhoneVisits.AnswerAsync(page, "1", "NonConform");
        await page.Locator("#point-1-note").FillAsync("冷藏柜敞开");
        await PhoneVisits.AnswerAsync(page, "1", "Conform");
        await PhoneVisits.SentAsync(page);
        Assert.Equal((CheckAnswer.Conform, ""), await SaidAsync());
        await PhoneVisits.AnswerAsync(page, "1", "NonConform");
        await Assertions.Expect(page.Locator("#point-1-note")).ToHaveValueAsync("冷藏柜敞开");
        await PhoneVisits.SentAsync(page);
        Assert.Equal((CheckAnswer.NonConform, "冷藏柜敞开"), await SaidAsync());
        await page.Context.CloseAsync();

        async Task<(CheckAnswer Answer, string Note)> SaidAsync()
        {
            var answer = Assert.Single((await _visits.FindAsync(task.Id)).Log.Answers(out _));
            return (answer.Answer, answer.Note);
        }
    }

    private async Task<byte[]> IsKeptAsync(string taskId, string sha256, string type)
    {
        var kept = await web.Services.GetRequiredService<EvidenceFiles>().FindAsync(taskId, sha256, TestContext.Current.CancellationToken);
        Assert.Equal((sha256, type), (Convert.ToHexStringLower(SHA256.HashData(kept!.Value.Picture)), kept.Value.Type));
        return kept.Value.Picture;
    }

    private async Task<IPage> OpenAsync(string name, InspectionTask task)
    {
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, name, "/sign-in?back=/m/");
        await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
        await PhoneVisits.OpenAsync(page, task);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "扫码入企" })).ToBeVisibleAsync();
        return page;
    }

    private static async Task<FilePayload> PictureAsync(IPage page, string what) =>
        new() { Name = "picture.png", MimeType = "image/png", Buffer = await page.Locator(what).ScreenshotAsync() };

    // The paper is looked at by a person; here, that only the record goes on it.
    private static async Task PrintAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("document.body.className = 'slip'");
        await Assertions.Expect(page.Locator(".paper svg.code")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("header")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "回头看" })).ToBeHiddenAsync();
        if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
        {
            foreach (var paper in (string[])["slip", "sheet"])
            {
                await page.EvaluateAsync($"document.body.className = '{paper}'");
                await page.PdfAsync(new() { Path = Path.Combine(folder, $"m-{paper}.pdf"), PreferCSSPageSize = true });
            }
        }

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private static async Task LookInBothAsync(IPage page, string name)
    {
        await PhoneLook.AtAsync(page, name, "zh-CN");
        var title = await page.TitleAsync();
        await SpeakAsync("en");
        await Assertions.Expect(page).Not.ToHaveTitleAsync(title);
        await Assertions.Expect(page.Locator("section").First).ToBeVisibleAsync();
        await PhoneLook.AtAsync(page, name, "en");
        await SpeakAsync("zh");
        await Assertions.Expect(page).ToHaveTitleAsync(title);
        await Assertions.Expect(page.Locator("section").First).ToBeVisibleAsync();

        async Task SpeakAsync(string language)
        {
            await page.EvaluateAsync("language => localStorage.setItem('language', language)", language);
            await page.ReloadAsync();
        }
    }

    // A picture as a camera makes it: larger than is kept, and with where it was taken.
    private static async Task<FilePayload> CameraAsync(IPage page)
    {
        var taken = Convert.FromBase64String(await page.EvaluateAsync<string>(
            """
            () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 2400 });
              const context = canvas.getContext('2d');
              for (let x = 0; x < 3200; x += 50) {
                context.fillStyle = `hsl(${x % 360} 80% 50%)`;
                context.fillRect(x, 0, 50, 2400);
              }
              return canvas.toDataURL('image/jpeg').split(',')[1];
            }
            """));
        byte[] exif = [.. "Exif\0\0"u8, .. "GPS-OF-A-HOME"u8];
        return new() { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = [.. taken[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. taken[2..]] };
    }
}
