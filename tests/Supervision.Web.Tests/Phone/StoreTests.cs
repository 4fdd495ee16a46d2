using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Inspections;
using Supervision.Web.Api;

namespace Supervision.Web.Tests.Phone;

/// <summary>What a phone keeps survives its program: a newer form of the database, two windows, and a phone that is full. Nothing is lost, and the officer is told.</summary>
public sealed class StoreTests(WebFixture web)
{
    private readonly PhoneVisits _visits = new(web);

    // Method: a database of the first form, written as the program of that time wrote it (a picture lay in its command); the network comes only later.
    [Fact]
    public async Task TheFirstForm_WithQueuedWork_BecomesTheSecond_AndSyncsOnce()
    {
        var task = (await _visits.AddAsync("phone-form", 1))[0];
        var page = await BeforeTheProgramAsync();
        await page.EvaluateAsync(FirstForm, task.Id);
        await page.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.UnrouteAsync("**/phone.js");
        await page.GotoAsync("/m/#/queue");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#open")).ToHaveTextAsync("7 条记录未送达");
        Assert.Equal((string[])["pictures 2", "whole 2", "in commands 0"], await page.EvaluateAsync<string[]>(Inventory));

        await page.UnrouteAsync("**/api/**");
        await page.GetByRole(AriaRole.Button, new() { Name = "同步" }).ClickAsync();
        await PhoneVisits.SentAsync(page);
        await page.ReloadAsync();
        await PhoneVisits.SentAsync(page);
        Assert.Equal((string[])["pictures 0", "whole 0", "in commands 0"], await page.EvaluateAsync<string[]>(Inventory));
        var log = (await _visits.FindAsync(task.Id)).Log;
        Assert.Equal([1, 2, 3, 4, 5], log.Operations.Select(received => received.Operation.Sequence));
        Assert.All(log.Operations, received => Assert.Equal("phone-first-form", received.Operation.DeviceId));
        Assert.Empty(log.Doubled);
        Assert.Empty(log.Incomplete);
        var evidence = Assert.Single(log.Answers(out _).SelectMany(answer => answer.Evidence));
        Assert.NotNull(await KeptAsync(task, evidence.Sha256));
        Assert.NotNull(await KeptAsync(task, log.Operations.Single(received => received.Operation.Kind == OperationKind.PartySignature).Operation.Signature!.ImageSha256!));

        // The numbers go on where they were: a new answer is the sixth operation.
        await PhoneVisits.OpenAsync(page, task);
        await PhoneVisits.AnswerAsync(page, "2", "NotApplicable");
        await PhoneVisits.SentAsync(page);
        Assert.Equal(6, (await _visits.FindAsync(task.Id)).Log.Operations.Max(received => received.Operation.Sequence));
        await page.Context.CloseAsync();
    }

    // The program of the first form lets nobody pass: it has to be closed, and whoever waits is told so.
    [Fact]
    public async Task AWindowOfTheFirstForm_IsToBeClosed_AndThenTheWorkGoesOn()
    {
        var task = (await _visits.AddAsync("phone-windows", 1))[0];
        var earlier = await BeforeTheProgramAsync();
        await earlier.EvaluateAsync(FirstForm, task.Id);
        await earlier.EvaluateAsync("async () => { window.held = await new Promise(done => { const ask = indexedDB.open('supervision-field', 1); ask.onsuccess = () => done(ask.result); }); }");
        var later = await earlier.Context.NewPageAsync();
        await later.GotoAsync("/m/");
        await Assertions.Expect(later.GetByRole(AriaRole.Alert)).ToContainTextAsync("请关闭本应用的其他窗口");
        await earlier.CloseAsync();
        await Assertions.Expect(later.Locator("#trouble")).ToBeEmptyAsync();
        await PhoneVisits.SentAsync(later);
        Assert.Equal(5, (await _visits.FindAsync(task.Id)).Log.Operations.Count());
        await later.Context.CloseAsync();
    }

    // The program of today lets the next one pass: what is being written is saved first, and then it says that it can save nothing more.
    [Fact]
    public async Task AWindow_GivesWayToANewerForm_WithHalfANoteSaved()
    {
        var task = (await _visits.AddAsync("phone-newer", 1))[0];
        var page = await SignedInAsync();
        await PhoneVisits.OpenAsync(page, task);
        await PhoneVisits.EnterAsync(page, task);
        await PhoneVisits.AnswerAsync(page, "1", "NonConform");
        await PhoneVisits.SentAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#point-1-note").PressSequentiallyAsync("冷藏柜");
        await page.Context.SetOfflineAsync(false);
        var newer = await page.Context.NewPageAsync();
        await newer.GotoAsync("/m/manifest.webmanifest");
        var notes = await newer.EvaluateAsync<string[]>(
            """
            async () => {
              const asked = indexedDB.open('supervision-field', 3);
              const db = await new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); setTimeout(() => failed(new Error('nobody gave way')), 20_000); });
              const all = await new Promise(done => { const some = db.transaction('outbox').objectStore('outbox').getAll(); some.onsuccess = () => done(some.result); });
              return all.map(one => one.body?.entry?.note ?? '');
            }
            """);
        Assert.Contains("冷藏柜", notes);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("这个窗口不能再保存");

        // Opened again it says the same, instead of an empty page: this host has no program for the newer form.
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "重新打开" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    // Method: the browser's own limit for a site, lifted afterwards: the short things still have room, the picture has none.
    [Fact]
    public async Task AFullPhone_SaysSo_KeepsWhatItHas_AndGoesOnWithRoom()
    {
        var task = (await _visits.AddAsync("phone-full", 1))[0];
        var page = await BeforeTheProgramAsync();
        var browser = await page.Context.NewCDPSessionAsync(page);
        await LimitAsync(1_000_000);
        await page.UnrouteAsync("**/phone.js");
        await page.GotoAsync("/m/#/visit/" + task.Id);
        await page.ReloadAsync();
        await PhoneVisits.EnterAsync(page, task);
        await PhoneVisits.AnswerAsync(page, "1", "NonConform");
        await PhoneVisits.SentAsync(page);
        await page.Context.SetOfflineAsync(true);
        await PhoneVisits.AnswerAsync(page, "2", "Conform");
        await page.Locator("#signer").FillAsync("王某某");
        var picture = new FilePayload { Name = "p.jpg", MimeType = "image/jpeg", Buffer = await PhoneVisits.GrainAsync(page, 255) };
        await page.Locator("#point-1-photo").SetInputFilesAsync(picture);
        await Assertions.Expect(page.Locator("#trouble")).ToContainTextAsync("刚才这一步没有保存");
        await PhoneLook.AtAsync(page, "full", "zh-CN");
        await Assertions.Expect(page.GetByText("不符合的要点须有照片")).ToBeVisibleAsync(); // what was not saved does not look saved
        await Assertions.Expect(page.Locator("#open")).ToHaveTextAsync("1 条记录未送达");
        Assert.Equal("王某某", await page.Locator("#signer").InputValueAsync());

        await LimitAsync(100_000_000);
        await PhoneVisits.PhotographAsync(page, "1", picture);
        await Assertions.Expect(page.Locator("#trouble")).ToBeEmptyAsync();
        await PhoneVisits.PartySignsAsync(page);
        await page.Context.SetOfflineAsync(false);
        await PhoneVisits.SentAsync(page);
        var log = (await _visits.FindAsync(task.Id)).Log;
        Assert.Equal([1, 2, 3, 4, 5, 6], log.Operations.Select(received => received.Operation.Sequence));
        Assert.Empty(log.Incomplete);
        Assert.NotNull(await KeptAsync(task, Assert.Single(log.Answers(out _).SelectMany(answer => answer.Evidence)).Sha256));
        await page.Context.CloseAsync();

        Task LimitAsync(int bytes) => browser.SendAsync("Storage.overrideQuotaForOrigin", new() { ["origin"] = web.Address.GetLeftPart(UriPartial.Authority), ["quotaSize"] = bytes });
    }

    // Law: what was done and is not written yet counts as not sent. Method: somebody else holds the store until told to let go.
    [Fact]
    public async Task AnAct_ThatIsNotWrittenYet_IsNotSaidToBeSent()
    {
        var task = (await _visits.AddAsync("phone-moment", 1))[0];
        var page = await SignedInAsync();
        await PhoneVisits.OpenAsync(page, task);
        await PhoneVisits.EnterAsync(page, task);
        await PhoneVisits.SentAsync(page);
        await page.EvaluateAsync(HoldTheStore);
        await page.Locator("#point-1-Conform").CheckAsync();
        Assert.Equal("1 条记录未送达", await page.Locator("#open").InnerTextAsync());
        await page.Locator("#point-2-Conform").CheckAsync();
        Assert.Equal("2 条记录未送达", await page.Locator("#open").InnerTextAsync());
        await page.EvaluateAsync("window.letGo = true");
        await PhoneVisits.SentAsync(page);
        Assert.Equal(2, (await _visits.FindAsync(task.Id)).Log.Answers(out _).Count());

        // Half a note is kept when the officer goes to another application.
        await PhoneVisits.AnswerAsync(page, "1", "NonConform");
        await page.Locator("#point-1-note").PressSequentiallyAsync("冷藏柜");
        await page.EvaluateAsync("Object.defineProperty(document, 'visibilityState', { value: 'hidden' }); document.dispatchEvent(new Event('visibilitychange'))");
        await PhoneVisits.SentAsync(page);
        Assert.Contains((await _visits.FindAsync(task.Id)).Log.Answers(out _), answer => answer.Note == "冷藏柜");
        await page.Context.CloseAsync();
    }

    private async Task<byte[]?> KeptAsync(InspectionTask task, string sha256) =>
        (await web.Services.GetRequiredService<EvidenceFiles>().FindAsync(task.Id, sha256, TestContext.Current.CancellationToken))?.Picture;

    private async Task<IPage> SignedInAsync()
    {
        var page = await web.PageAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block, ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("我的检查任务");
        return page;
    }

    // Somebody has signed in, and the program has not begun yet.
    private async Task<IPage> BeforeTheProgramAsync()
    {
        var page = await web.PageAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block, ViewportSize = new() { Width = 390, Height = 844 } });
        await page.RouteAsync("**/phone.js", route => route.AbortAsync());
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        return page;
    }

    // The form as it was until 2026-11-25: four stores, and the picture as the body of its command.
    private const string FirstForm =
        """
        async taskId => {
          const me = await (await fetch('/api/me')).json();
          const kit = (await (await fetch('/api/me/visits')).json()).find(one => one.task.id === taskId);
          const picture = async (colour, type) => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
            const context = canvas.getContext('2d');
            context.fillStyle = colour;
            context.fillRect(0, 0, 400, 300);
            const blob = await new Promise(done => canvas.toBlob(done, type, 0.8));
            const sha256 = [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))].map(byte => byte.toString(16).padStart(2, '0')).join('');
            return { blob, sha256 };
          };
          const [fault, signed] = [await picture('#a33', 'image/jpeg'), await picture('#33a', 'image/png')];
          const at = new Date().toISOString();
          const common = { person: me.id, taskId, at, state: 'waiting' };
          const photo = shot => ({ ...common, kind: 'photo', key: crypto.randomUUID(), path: `/api/tasks/${taskId}/evidence/${shot.sha256}`, label: '拍照取证', body: shot.blob });
          const operation = (sequence, what) => ({ ...common, kind: 'operation', key: `phone-first-form.${sequence}`, path: `/api/tasks/${taskId}/operations`, label: what.kind,
            body: { taskId, deviceId: 'phone-first-form', sequence, at, officerId: me.id, ...what } });
          const evidence = [{ sha256: fault.sha256, takenAt: at, device: 'phone-first-form', location: '义乌市示例路154号' }];
          const queue = [
            operation(1, { kind: 'Scan', subjectCode: kit.task.subjectId }), operation(2, { kind: 'PresentCertificate' }), photo(fault),
            operation(3, { kind: 'Answer', entry: { pointId: '1', answer: 'NonConform', note: '冷藏柜敞开', evidence } }),
            operation(4, { kind: 'Answer', entry: { pointId: '2', answer: 'Conform', note: '', evidence: [] } }), photo(signed),
            operation(5, { kind: 'PartySignature', signature: { signer: '王某某', refusalReason: null, witness: null, imageSha256: signed.sha256 } }),
          ];
          const asked = indexedDB.open('supervision-field', 1);
          asked.onupgradeneeded = () => {
            asked.result.createObjectStore('meta');
            asked.result.createObjectStore('kits', { keyPath: ['person', 'taskId'] });
            asked.result.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true }).createIndex('person', 'person');
            asked.result.createObjectStore('counters');
          };
          const db = await new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); });
          const tx = db.transaction(['meta', 'kits', 'outbox', 'counters'], 'readwrite');
          tx.objectStore('meta').put(me, 'me');
          tx.objectStore('meta').put('phone-first-form', 'device');
          tx.objectStore('kits').put({ person: me.id, taskId, place: 0, kit });
          tx.objectStore('counters').put(5, taskId);
          queue.forEach(one => tx.objectStore('outbox').add(one));
          await new Promise((done, failed) => { tx.oncomplete = done; tx.onabort = () => failed(tx.error); });
          db.close();
        }
        """;

    private const string HoldTheStore =
        """
        async () => {
          const asked = indexedDB.open('supervision-field');
          const db = await new Promise(done => asked.onsuccess = () => done(asked.result));
          const queue = db.transaction('outbox', 'readwrite').objectStore('outbox');
          await new Promise(held => {
            const hold = () => { queue.count().onsuccess = () => { held(); window.letGo || hold(); }; };
            hold();
          });
        }
        """;

    // What lies in the second form: each picture is what its command's address says it is.
    private const string Inventory =
        """
        async () => {
          const asked = indexedDB.open('supervision-field');
          const db = await new Promise(done => asked.onsuccess = () => done(asked.result));
          const all = name => new Promise(done => { const some = db.transaction(name).objectStore(name).getAll(); some.onsuccess = () => done(some.result); });
          const [outbox, pictures] = [await all('outbox'), await all('pictures')];
          const hashes = await Promise.all(pictures.map(async one =>
            [...new Uint8Array(await crypto.subtle.digest('SHA-256', await one.arrayBuffer()))].map(byte => byte.toString(16).padStart(2, '0')).join('')));
          db.close();
          return [`pictures ${pictures.length}`,
            `whole ${hashes.filter(hash => outbox.some(one => one.path.endsWith(hash))).length}`, `in commands ${outbox.filter(one => one.body instanceof Blob).length}`];
        }
        """;
}
