using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Hosting;
using Supervision.Hosting.Draws;
using Supervision.Inspections;
using Supervision.Sampling;
using Supervision.Time;
using Supervision.Web.Tests.Api;
using Supervision.Web.DrawRoom;

namespace Supervision.Web.Tests;

/// <summary>A draw from the room to a stranger's verification: nothing of the result is public before it is published, and a forgery is named.</summary>
[Collection("published draws change")]
public sealed class DrawRoomTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FromTheRoom_ToAStrangersVerification_AndAForgeryIsNamed()
    {
        await ApproveAsync("room");
        var drawer = await web.SignedInAsync("drawer", new() { Locale = "en" });
        await drawer.GotoAsync("/bureau/draws");
        await drawer.Locator("a[href='/bureau/draws/room?plan=room']").First.ClickAsync();
        await ActAsync(drawer, "Freeze the frame", "Draw subjects");
        await Assertions.Expect(drawer.Locator("#room-lines")).ToContainTextAsync("root");
        var root = await drawer.Locator("dl.facts .hash").First.InnerTextAsync();

        // Announced: the frame is public, the result is not.
        using var stranger = web.Client();
        Assert.Contains("room-1", await stranger.GetStringAsync("/draws", Cancellation), StringComparison.Ordinal);
        Assert.Contains(root, await stranger.GetStringAsync("/draws/room-1/files/announcement.txt", Cancellation), StringComparison.Ordinal);
        await ActAsync(drawer, "Open the secrets", "Draw officers");
        await Assertions.Expect(drawer.Locator("#room-lines")).ToContainTextAsync("Seed");
        await NotPublicAsync(stranger);
        await ActAsync(drawer, "Draw the officers", "Publish");
        await Assertions.Expect(drawer.Locator("#room-lines")).ToContainTextAsync("tasks assigned");
        await Judge.FitsAndIsAccessibleAsync(drawer, "/bureau/draws/room?plan=room");
        Assert.DoesNotContain("none yet", await drawer.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
        await NotPublicAsync(stranger);

        // What was kept back is verified before it is handed out.
        var kept = Path.Combine(web.Published, "room-1.private", "frame.csv");
        var text = await File.ReadAllTextAsync(kept, Cancellation);
        await File.WriteAllTextAsync(kept, text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)], Cancellation);
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Verify and publish" }).ClickAsync();
        await Assertions.Expect(drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("\"frame-");
        await NotPublicAsync(stranger);
        await File.WriteAllTextAsync(kept, text, Cancellation);
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Verify and publish" }).ClickAsync();
        await Assertions.Expect(drawer.Locator(".note.good")).ToContainTextAsync("Draw 1 is published");

        // The next draw is not one careless press away.
        await Assertions.Expect(drawer.GetByRole(AriaRole.Button, new() { Name = "Freeze the frame" })).ToBeHiddenAsync();
        await drawer.GetByText("Draw again: announce draw 2").ClickAsync();
        await Assertions.Expect(drawer.GetByRole(AriaRole.Button, new() { Name = "Freeze the frame" })).ToBeVisibleAsync();

        // The public page, and the check in a stranger's browser.
        await drawer.GetByRole(AriaRole.Link, new() { Name = "Open the public page" }).ClickAsync();
        await drawer.Context.CloseAsync();
        var page = await web.PageAsync(new() { Locale = "en" });
        await page.GotoAsync("/draws/room-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.Locator("#verify-verdict")).ToContainTextAsync("Verified");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(root);

        var frame = Path.Combine(web.Published, "room-1", "frame.csv");
        var rows = await File.ReadAllLinesAsync(frame, Cancellation);
        await File.WriteAllLinesAsync(frame, rows[..^1], Cancellation);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.Locator("#verify-checks tr.failed th").First).ToContainTextAsync("frame");
        await page.Context.CloseAsync();
        await File.WriteAllTextAsync(frame, string.Join('\n', rows) + "\n", Cancellation);
    }

    [Fact]
    public async Task WhoMayNotDraw_IsRefused_AndAnotherAgencyFindsNothing()
    {
        await ApproveAsync("room-closed");
        var planner = await web.SignedInAsync("planner", new() { Locale = "en" });
        await planner.GotoAsync("/bureau/draws/room?plan=room-closed");
        await Assertions.Expect(planner.Locator("main")).ToContainTextAsync("one of these duties: Drawer");
        await Assertions.Expect(planner.Locator("main form")).ToHaveCountAsync(0);
        await planner.PostAnywayAsync("/bureau/draws/room?plan=room-closed", ("plan", "room-closed"), ("step", "Announce"));
        await Assertions.Expect(planner.GetByRole(AriaRole.Alert)).ToContainTextAsync("takes one of: Drawer");
        await Assertions.Expect(planner.Locator("[aria-current=step]")).ToHaveTextAsync("Announce");
        await planner.Context.CloseAsync();

        var foreign = await web.SignedInAsync("yiwu");
        Assert.Equal(404, (await foreign.GotoAsync("/bureau/draws/room?plan=room-closed"))!.Status);
        Assert.Equal(404, (await foreign.GotoAsync("/bureau/draws/progress?plan=room-closed"))!.Status);
        await foreign.GotoAsync("/bureau/draws");
        await Assertions.Expect(foreign.Locator("main")).Not.ToContainTextAsync("room-closed");
        await foreign.Context.CloseAsync();
    }

    // The command line drew and published the subjects; their officers are drawn here as lawfully as those of the room's own draws, once.
    [Fact]
    public async Task ADrawOfTheCommandLine_GetsItsOfficersInTheRoom_Once()
    {
        const string room = "/bureau/draws/room?plan=room-line";
        await ApproveAsync("room-line");
        var desk = web.Services.GetRequiredService<CommandDesk>();
        var console = new Actor("drawer", "330700") { Roles = Roles.Drawer };
        var inputs = DemoInputs.ForSubjects("command line", "room-line-1", HashKind.Sha256);
        (await new HostActs(desk, console).DrawAsync("room-line", web.Published, inputs, Cancellation)).OrThrow();

        var planner = await web.SignedInAsync("planner", new() { Locale = "en" });
        await planner.GotoAsync(room);
        await Assertions.Expect(planner.Locator("main form")).ToHaveCountAsync(0);
        await planner.PostAnywayAsync(room, ("plan", "room-line"), ("step", "Match"));
        await Assertions.Expect(planner.GetByRole(AriaRole.Alert)).ToContainTextAsync("takes one of: Drawer");
        await planner.Context.CloseAsync();
        var foreign = await web.SignedInAsync("yiwu");
        await foreign.GotoAsync("/bureau/draws");
        await foreign.PostAnywayAsync(room, ("plan", "room-line"), ("step", "Match"));
        Assert.Equal(0, await MatchingsAsync());
        await foreign.Context.CloseAsync();

        var drawer = await web.SignedInAsync("drawer", new() { Locale = "en" });
        await drawer.GotoAsync(room);
        await Assertions.Expect(drawer.Locator("main")).ToContainTextAsync("The command line published the subjects of draw 1");
        await ActAsync(drawer, "Draw the officers", "Publish");
        await drawer.PostAnywayAsync(room, ("plan", "room-line"), ("step", "Match"));
        await Assertions.Expect(drawer.Locator("[aria-current=step]")).ToHaveTextAsync("Publish");
        Assert.Equal(1, await MatchingsAsync());
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Verify and publish" }).ClickAsync();
        await Assertions.Expect(drawer.Locator(".note.good")).ToContainTextAsync("Draw 1 is published");
        var bundle = new BundleFolder(Path.Combine(web.Published, "room-line-1"));
        Assert.True(bundle.Verify() is { IsVerified: true, HasMatching: true });

        // The task of another agency ends with its subject's place in the draw, and the reserve gets one; the public can follow both.
        var before = await TasksAsync();
        var gone = before.First(task => task.AgencyId == "330782");
        await drawer.GetByText("take a reserve").ClickAsync();
        await drawer.Locator("#subject").FillAsync(gone.SubjectId);
        await drawer.Locator("#reason").FillAsync(" ");
        await drawer.Locator("#approver").FillAsync("director");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Take the reserve" }).ClickAsync();
        await Assertions.Expect(drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP4211");
        await Assertions.Expect(drawer.Locator("#approver")).ToHaveValueAsync("director");
        await drawer.Locator("#reason").FillAsync("moved away");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Take the reserve" }).ClickAsync();
        await Assertions.Expect(drawer.Locator("main")).ToContainTextAsync($"{gone.SubjectId} was replaced by");
        await drawer.Context.CloseAsync();
        var after = await TasksAsync();
        Assert.Equal(TaskState.Terminated, after.Single(task => task.Id == gone.Id).State);
        Assert.Equal("330782", after.Single(task => before.All(other => other.Id != task.Id)).AgencyId);
        Assert.True(bundle.Verify().IsVerified);

        // An officer cannot come: the next one of the draw.
        var waiting = after.First(task => task is { AgencyId: "330782", State: TaskState.Assigned });
        var yiwu = await web.SignedInAsync("yiwu", new() { Locale = "en" });
        await yiwu.GotoAsync($"/bureau/tasks/{waiting.Id}");
        await yiwu.GetByText("An officer cannot come").ClickAsync();
        await yiwu.Locator("#officer").SelectOptionAsync(waiting.OfficerIds[0]);
        await yiwu.Locator("#reason").FillAsync("ill");
        await yiwu.Locator("#approver").FillAsync("director");
        await yiwu.GetByRole(AriaRole.Button, new() { Name = "Draw a replacement" }).ClickAsync();
        await Assertions.Expect(yiwu.Locator("details form")).ToHaveCountAsync(1);
        await yiwu.Context.CloseAsync();
        var now = (await TasksAsync()).Single(task => task.Id == waiting.Id);
        Assert.DoesNotContain(waiting.OfficerIds[0], now.OfficerIds);
        Assert.Equal(2, now.OfficerIds.Count);
        Assert.True(bundle.Verify().IsVerified);

        async Task<IReadOnlyList<InspectionTask>> TasksAsync()
        {
            var auditor = new Actor("auditor", "330700") { Roles = Roles.Auditor };
            return await desk.RunAsync<ITaskStore, IReadOnlyList<InspectionTask>>(auditor, tasks => tasks.ListByDrawAsync("room-line-1", Cancellation), Cancellation);
        }

        Task<int> MatchingsAsync() => desk.RunAsync<IDrawStore, int>(
            console, async draws => (await draws.ListAnnouncementsAsync("330700", Cancellation)).Count(entry => entry.Programme == "room-line.officers"), Cancellation);
    }

    // Secrets are nowhere else: an act whose files cannot be written is not saved, and can be done again once they can.
    [Fact]
    public async Task AnActThatCannotKeepItsFiles_IsNotSaved()
    {
        await ApproveAsync("room-kept");
        var kept = Path.Combine(web.Published, "room-kept-1.private");
        await File.WriteAllTextAsync(kept, "", Cancellation); // where the folder should be
        var drawer = await web.SignedInAsync("drawer", new() { Locale = "en" });
        await drawer.GotoAsync("/bureau/draws/room?plan=room-kept");
        await FailAsync("Freeze the frame");
        Assert.Empty(await LogAsync());
        File.Delete(kept);
        await ActAsync(drawer, "Freeze the frame", "Draw subjects");
        await ActAsync(drawer, "Open the secrets", "Draw officers");

        var blocked = Directory.CreateDirectory(Path.Combine(kept, BundleFile.Matching + ".part"));
        await FailAsync("Draw the officers");
        Assert.Single(await LogAsync());
        blocked.Delete();
        await ActAsync(drawer, "Draw the officers", "Publish");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Verify and publish" }).ClickAsync();
        await Assertions.Expect(drawer.Locator(".note.good")).ToContainTextAsync("Draw 1 is published");
        Assert.True(new BundleFolder(Path.Combine(web.Published, "room-kept-1")).Verify() is { IsVerified: true, HasMatching: true });
        await drawer.Context.CloseAsync();

        async Task FailAsync(string button)
        {
            await drawer.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await Assertions.Expect(drawer.GetByRole(AriaRole.Heading, new() { Name = "Not done" })).ToBeVisibleAsync();
            await Judge.FitsAndIsAccessibleAsync(drawer, "/bureau/draws/room?plan=room-kept");
        }

        async Task<List<LoggedAnnouncement>> LogAsync()
        {
            var console = new Actor("drawer", "330700") { Roles = Roles.Drawer };
            var log = await web.Services.GetRequiredService<CommandDesk>().RunAsync<IDrawStore, IReadOnlyList<LoggedAnnouncement>>(
                console, draws => draws.ListAnnouncementsAsync("330700", Cancellation), Cancellation);
            return [.. log.Where(entry => entry.Programme.StartsWith("room-kept", StringComparison.Ordinal))];
        }
    }

    [Fact]
    public async Task AnActThatRuns_IsSeen_AndThePageGoesOnByItself()
    {
        await ApproveAsync("room-runs");
        var end = new TaskCompletionSource<Refusal?>();
        Assert.True(web.Services.GetRequiredService<DrawRooms>().Start("room-runs", run =>
        {
            run.Add("room.line.freezing");
            return end.Task;
        }));
        var drawer = await web.SignedInAsync("drawer", new() { Locale = "en" });
        await Judge.FitsAndIsAccessibleAsync(drawer, "/bureau/draws/room?plan=room-runs");
        await Assertions.Expect(drawer.Locator("main form")).ToHaveCountAsync(0); // nothing to press meanwhile
        end.SetResult(Refusal.Of("SUP4112", "room-runs", "0"));
        await Assertions.Expect(drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP4112");
        await Assertions.Expect(drawer.GetByRole(AriaRole.Button, new() { Name = "Freeze the frame" })).ToBeVisibleAsync();
        await drawer.Context.CloseAsync();
    }

    // Who typed it gets it back after a refusal; the secrets of others are not for the colleague who looks in.
    [Fact]
    public async Task WhatWasTyped_StaysAfterARefusal_ForWhoeverTypedIt()
    {
        await using var bureau = new ApiBureau();
        await bureau.BeginAsync();
        using var own = await bureau.SignedInAsync("own");
        foreach (var (person, isShown) in ((string, bool)[])[("own", true), ("colleague", false)])
        {
            Assert.True(bureau.Host.Services.GetRequiredService<DrawRooms>().Start(
                "CANARY-plan", _ => Task.FromResult<Refusal?>(Refusal.Of("SUP7300", "abc")), (person, new RoomInputs("drand default 7", "abc", null, null))));
            string page;
            do
            {
                page = await own.GetStringAsync(new Uri("/bureau/draws/room?plan=CANARY-plan", UriKind.Relative), Cancellation);
            }
            while (!page.Contains("SUP7300", StringComparison.Ordinal));

            Assert.Equal(isShown, page.Contains(">abc</textarea>", StringComparison.Ordinal));
            Assert.Equal(isShown, page.Contains(">drand default 7</textarea>", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/bureau/draws")]
    [InlineData("/bureau/draws/room?plan=market-2026")]
    public async Task APage_FitsAndIsAccessible(string path)
    {
        var page = await web.SignedInAsync("drawer");
        await Judge.FitsAndIsAccessibleAsync(page, path);
        await page.Context.CloseAsync();
    }

    // Outside the demonstration people hand in rounds, commitments, secrets and values.
    [Fact]
    public void Inputs_OfALawfulDraw_AreReadLineByLine()
    {
        var other = Commitment.Of(Hashing.HashKind.Sha256, new byte[Commitment.SecretSize]);
        var notice = new RoomInputs("drand default 4000000\n", $"{other}\n", null, null).Notice().OrThrow();
        Assert.Equal(["drand default 4000000"], notice.Notice.Beacons.Select(beacon => beacon.ToString()));
        Assert.Equal([Commitment.Of(Hashing.HashKind.Sha256, notice.Secrets[0]!), other], notice.Notice.Commitments);
        Assert.Null(notice.Secrets[1]);
        Assert.Equal("SUP7300", new RoomInputs("drand", null, null, null).Notice().Refusal!.Code);
        Assert.Equal("SUP7300", new RoomInputs("", null, null, null).Notice().Refusal!.Code);
        Assert.Equal("SUP7300", new RoomInputs("drand default 1", "abc", null, null).Notice().Refusal!.Code);
        Assert.Equal("SUP4236", new RoomInputs("drand default 1", null, null, "").Officers().Refusal!.Code);
        Assert.Equal([0xab], new RoomInputs("drand default 1", null, null, "ab").Officers().OrThrow().Reveal.Beacons[0]);
    }

    [Fact]
    public async Task ARun_ShowsEveryLineOnce_ToWhoeverComesWhen()
    {
        var run = new RoomRun();
        run.Add("a");
        var early = Task.Run(() => run.ReadAsync(Cancellation).Select(line => line.Key).ToListAsync(Cancellation).AsTask(), Cancellation);
        run.Add("b");
        run.Add("c");
        run.End(null);
        Assert.Equal(["a", "b", "c"], await early);
        Assert.Equal(["a", "b", "c"], await run.ReadAsync(Cancellation).Select(line => line.Key).ToListAsync(Cancellation));
    }

    // One act: the button, then the room as it is after it.
    private static async Task ActAsync(IPage page, string button, string next)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-current=step]")).ToHaveTextAsync(next);
    }

    private static async Task NotPublicAsync(HttpClient stranger)
    {
        foreach (var path in (string[])["/draws/room-1", "/draws/room-1/files/selection.json", "/draws/room-1/files/reveal.json", "/draws/room-1.private/files/secrets.json"])
        {
            using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("room-1,", await stranger.GetStringAsync("/open-data/draws.csv", Cancellation), StringComparison.Ordinal);
    }

    private async Task ApproveAsync(string id)
    {
        var desk = web.Services.GetRequiredService<CommandDesk>();
        var planner = new Actor("planner", "330700") { Roles = Roles.Planner };
        var today = web.Services.GetRequiredService<AuthorityClock>().Today;
        var request = new PlanRequest(
            id, "抽取室检验", "330700", "33070100200100", "330700", today, today, [.. "ABCD".Select(tier => new TierRate(tier.ToString(), DrawRate.Whole / 4))], 1, 0, "test");
        (await desk.RunAsync<ApprovePlan, Outcome<InspectionPlan>>(planner, approve => approve.RunAsync(request, planner, Cancellation), Cancellation)).OrThrow();
    }
}
