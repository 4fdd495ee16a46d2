using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Hosting;
using Supervision.Hosting.Draws;
using Supervision.Inspections;

namespace Supervision.Web.Tests;

/// <summary>A draw from the room to a stranger's verification: nothing of the result is public before it is published, and a forgery is named.</summary>
[Collection("published draws change")]
public sealed class DrawRoomTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FromTheRoom_ToAStrangersVerification_AndAForgeryIsNamed()
    {
        await web.ApproveAsync("room");
        var drawer = await web.SignedInAsync("drawer", new() { Locale = "en" });
        await drawer.GotoAsync("/bureau/draws");
        await drawer.Locator("a[href='/bureau/draws/room?plan=room']").First.ClickAsync();
        await drawer.ActAsync("Freeze the frame", "Draw subjects");
        await Assertions.Expect(drawer.Locator("#room-lines")).ToContainTextAsync("root");
        var root = await drawer.Locator("dl.facts .hash").First.InnerTextAsync();

        // Announced: the frame is public, the result is not.
        using var stranger = web.Client();
        Assert.Contains("room-1", await stranger.GetStringAsync("/draws", Cancellation), StringComparison.Ordinal);
        Assert.Contains(root, await stranger.GetStringAsync("/draws/room-1/files/announcement.txt", Cancellation), StringComparison.Ordinal);
        await drawer.ActAsync("Open the secrets", "Draw officers");
        await Assertions.Expect(drawer.Locator("#room-lines")).ToContainTextAsync("Seed");
        await NotPublicAsync(stranger);
        await drawer.ActAsync("Draw the officers", "Publish");
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
        await web.ApproveAsync("room-closed");
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
        await web.ApproveAsync("room-line");
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
        Assert.Equal(0, await web.AnnouncedAsync("room-line.officers"));
        await foreign.Context.CloseAsync();

        var drawer = await web.SignedInAsync("drawer", new() { Locale = "en" });
        await drawer.GotoAsync(room);
        await Assertions.Expect(drawer.Locator("main")).ToContainTextAsync("The command line published the subjects of draw 1");
        await drawer.ActAsync("Draw the officers", "Publish");
        await drawer.PostAnywayAsync(room, ("plan", "room-line"), ("step", "Match"));
        await Assertions.Expect(drawer.Locator("[aria-current=step]")).ToHaveTextAsync("Publish");
        Assert.Equal(1, await web.AnnouncedAsync("room-line.officers"));
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

    private static async Task NotPublicAsync(HttpClient stranger)
    {
        foreach (var path in (string[])["/draws/room-1", "/draws/room-1/files/selection.json", "/draws/room-1/files/reveal.json", "/draws/room-1.private/files/secrets.json"])
        {
            using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("room-1,", await stranger.GetStringAsync("/open-data/draws.csv", Cancellation), StringComparison.Ordinal);
    }
}
