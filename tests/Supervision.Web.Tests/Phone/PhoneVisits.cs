using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Web.Tests.Phone;

/// <summary>Visits of the two inspectors of the demonstration, with a short checklist, and how an officer makes one on the phone.</summary>
internal sealed class PhoneVisits(WebFixture web)
{
    private static Checklist ChecklistOf(string id) => new(id, 1, "手机测试", [
        new CheckPoint("1", "证照齐全", "F-1", PointImportance.Key, "ordinary"),
        new CheckPoint("2", "地面清洁", "F-2", PointImportance.General, "slight"),
    ]);

    /// <summary>Adds visits, all of one subject.</summary>
    public async Task<IReadOnlyList<InspectionTask>> AddAsync(string prefix, int count)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var token = TestContext.Current.CancellationToken;
        var checklist = ChecklistOf(prefix);
        var model = await services.GetRequiredService<ITaskStore>().FindAsync("complaint.phone-1", token);
        await services.GetRequiredService<ICatalogStore>().AddChecklistAsync(checklist, token);
        InspectionTask[] tasks =
        [
            .. Enumerable.Range(1, count).Select(number => model! with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:000}"), Checklist = checklist.Reference, Version = 1, State = TaskState.Assigned,
            }),
        ];
        await services.GetRequiredService<ITaskStore>().AddAsync(tasks, token);
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(token);
        return tasks;
    }

    /// <summary>What the bureau has of a visit.</summary>
    public async Task<(InspectionTask Task, OperationLog Log)> FindAsync(string id)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var token = TestContext.Current.CancellationToken;
        return ((await scope.ServiceProvider.GetRequiredService<ITaskStore>().FindAsync(id, token))!,
            await scope.ServiceProvider.GetRequiredService<IOperationStore>().FindAsync(id, token));
    }

    public static Task OpenAsync(IPage page, InspectionTask task) => page.EvaluateAsync($"location.hash = '#/visit/{task.Id}'");

    /// <summary>Code of the premises, and the own certificate.</summary>
    public static async Task EnterAsync(IPage page, InspectionTask task)
    {
        await page.Locator("#code").FillAsync(task.SubjectId);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记入企" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已扫码登记本次检查")).ToBeVisibleAsync();
        await ShowCertificateAsync(page);
    }

    public static async Task ShowCertificateAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "我已出示执法证件" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "我已出示执法证件" })).ToHaveCountAsync(0);
    }

    public static async Task AnswerAsync(IPage page, string point, string answer)
    {
        await page.Locator($"#point-{point}-{answer}").CheckAsync();
        await Assertions.Expect(page.Locator($"#point-{point}-{answer}")).ToBeCheckedAsync();
    }

    /// <summary>Answers differently from another phone: the choice stays until what was sent comes back, and then both answers stand in its place.</summary>
    public static async Task AnswerOtherwiseAsync(IPage page, string point, string answer)
    {
        await page.Locator($"#point-{point}-{answer}").ClickAsync();
        await Assertions.Expect(page.Locator($"#point-{point}-{answer}:checked, .conflict").First).ToBeVisibleAsync();
    }

    /// <summary>Takes a picture of a point that does not conform.</summary>
    public static async Task PhotographAsync(IPage page, string point, FilePayload picture)
    {
        await page.Locator($"#point-{point}-photo").SetInputFilesAsync(picture);
        await Assertions.Expect(page.GetByText("已取证 1 张")).ToBeVisibleAsync();
    }

    /// <summary>A picture with grain, because one of a single colour weighs nothing: of 31 some 400 KB as it is kept, of 255 more than a megabyte.</summary>
    public static async Task<byte[]> GrainAsync(IPage page, int grain) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        """
        most => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
          const context = canvas.getContext('2d');
          const grain = context.createImageData(1600, 1200);
          for (let at = 0, seed = 1; at < grain.data.length; at++) {
            seed = (seed * 48271) % 2147483647;
            grain.data[at] = at % 4 === 3 ? 255 : 128 - (most >> 1) + (seed & most);
          }
          context.putImageData(grain, 0, 0);
          return canvas.toDataURL('image/jpeg', 0.8).split(',')[1];
        }
        """, grain));

    public static async Task PartySignsAsync(IPage page)
    {
        await page.Locator("#signer").FillAsync("王某某");
        await page.Locator("canvas.pad").ScrollIntoViewIfNeededAsync();
        var pad = (await page.Locator("canvas.pad").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(pad.X + 20, pad.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(pad.X + 120, pad.Y + 60, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存签名" }).ClickAsync();
        await Assertions.Expect(page.GetByText("王某某 已签名")).ToBeVisibleAsync();
    }

    /// <summary>Fetches the record, reads it and signs it.</summary>
    public static async Task SignRecordAsync(IPage page)
    {
        var sign = page.GetByRole(AriaRole.Button, new() { Name = "核对无误，我签名" });
        await page.Locator("#sync:not([aria-disabled])").ClickAsync();
        await sign.ClickAsync();
        await Assertions.Expect(sign).ToHaveCountAsync(0);
        await SentAsync(page);
    }

    /// <summary>Waits until the phone has written so many records: an act counts as not sent from when it is done, which is a moment earlier.</summary>
    public static async Task WrittenAsync(IPage page, int records)
    {
        while (await page.EvaluateAsync<int>(
            """
            async () => {
              const asked = indexedDB.open('supervision-field');
              const db = await new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); });
              const count = await new Promise(done => { const some = db.transaction('outbox').objectStore('outbox').count(); some.onsuccess = () => done(some.result); });
              db.close();
              return count;
            }
            """) < records)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until nothing is left on the phone.</summary>
    public static Task SentAsync(IPage page, float timeout = 60_000) =>
        Assertions.Expect(page.Locator("#open")).ToHaveTextAsync("没有待发送的记录", new() { Timeout = timeout });
}
