using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Decisions;
using Supervision.Hosting.Draws;
using Supervision.Sampling;
using Supervision.Web.DrawRoom;
using Supervision.Web.Tests.Api;

namespace Supervision.Web.Tests;

/// <summary>One act of a draw room: what people hand in for it, how it is seen while it runs, and what is left of one that came to nothing.</summary>
[Collection("published draws change")]
public sealed class RoomActTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Secrets are nowhere else: an act whose files cannot be written is not saved, and can be done again once they can.
    [Fact]
    public async Task AnActThatCannotKeepItsFiles_IsNotSaved()
    {
        await web.ApproveAsync("room-kept");
        var kept = Path.Combine(web.Published, "room-kept-1.private");
        await File.WriteAllTextAsync(kept, "", Cancellation); // where the folder should be
        var drawer = await web.SignedInAsync("drawer", new() { Locale = "en" });
        await drawer.GotoAsync("/bureau/draws/room?plan=room-kept");
        await FailAsync("Freeze the frame");
        Assert.Equal(0, await web.AnnouncedAsync("room-kept"));
        File.Delete(kept);
        await drawer.ActAsync("Freeze the frame", "Draw subjects");
        await drawer.ActAsync("Open the secrets", "Draw officers");

        var blocked = Directory.CreateDirectory(Path.Combine(kept, BundleFile.Matching + ".part"));
        await FailAsync("Draw the officers");
        Assert.Equal(1, await web.AnnouncedAsync("room-kept"));
        blocked.Delete();
        await drawer.ActAsync("Draw the officers", "Publish");
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
    }

    [Fact]
    public async Task AnActThatRuns_IsSeen_AndThePageGoesOnByItself()
    {
        await web.ApproveAsync("room-runs");
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
        var rooms = bureau.Host.Services.GetRequiredService<DrawRooms>();
        foreach (var (person, isShown) in ((string, bool)[])[("own", true), ("colleague", false)])
        {
            Assert.True(rooms.Start("CANARY-plan", _ => Task.FromResult<Refusal?>(Refusal.Of("SUP7300", "abc")), (person, new RoomInputs("drand default 7", "abc", null, null))));
            await rooms.Find("CANARY-plan")!.ReadAsync(Cancellation).CountAsync(Cancellation); // until it is over
            var page = await own.GetStringAsync(new Uri("/bureau/draws/room?plan=CANARY-plan", UriKind.Relative), Cancellation);
            Assert.Contains("SUP7300", page, StringComparison.Ordinal);
            Assert.Equal(isShown, page.Contains(">abc</textarea>", StringComparison.Ordinal));
            Assert.Equal(isShown, page.Contains(">drand default 7</textarea>", StringComparison.Ordinal));
        }
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
}
