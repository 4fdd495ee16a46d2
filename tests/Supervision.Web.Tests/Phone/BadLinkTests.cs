using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Web.Api;

namespace Supervision.Web.Tests.Phone;

/// <summary>A link that drops 30 % of the requests, without a service worker: everything arrives, and once.</summary>
public sealed class BadLinkTests(WebFixture web)
{
    // 20 inspections; SUPERVISION_PHONE=200 for a long run.
    private static int Inspections =>
        int.TryParse(Environment.GetEnvironmentVariable("SUPERVISION_PHONE"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 20;

    // Method: nobody presses anything, the phone itself goes on until all is through. Half of the dropped requests never arrive, of the other half the
    // answer is lost after the server has acted: only those can double anything. The order is fixed by a seed.
    [Fact]
    public async Task QueuedInspections_DrainWithNothingLostAndNothingDoubled()
    {
        var visits = new PhoneVisits(web);
        var tasks = await visits.AddAsync("phone-link", Inspections);
        var page = await web.PageAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block, ViewportSize = new() { Width = 390, Height = 844 } });
        var faults = PhoneLook.Faults(page);
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        await Assertions.Expect(page.Locator($"a[href='#/visit/{tasks[^1].Id}']")).ToBeVisibleAsync();
        var picture = new FilePayload { Name = "p.jpg", MimeType = "image/jpeg", Buffer = await PhoneVisits.GrainAsync(page, 31) };
        await page.Context.SetOfflineAsync(true);
        var recording = Stopwatch.StartNew();
        foreach (var task in tasks)
        {
            await PhoneVisits.OpenAsync(page, task);
            await PhoneVisits.EnterAsync(page, task);
            await PhoneVisits.AnswerAsync(page, "1", "NonConform");
            await PhoneVisits.PhotographAsync(page, "1", picture);
            await PhoneVisits.AnswerAsync(page, "2", "NotApplicable");
            await PhoneVisits.PartySignsAsync(page);
        }

        await Assertions.Expect(page.Locator("#open")).ToHaveTextAsync($"{8 * tasks.Count} 条记录未送达");
        recording.Stop();
        var chance = new Random(20261125);
        var (asked, dropped, lost) = (0, 0, 0);
        var clock = Stopwatch.StartNew();
        await page.RouteAsync("**/api/**", async route =>
        {
            double roll;
            lock (chance)
            {
                roll = chance.NextDouble();
                asked++;
            }

            if (roll < 0.15)
            {
                dropped++;
                await route.AbortAsync();
            }
            else if (roll < 0.3)
            {
                lost++;
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await page.Context.SetOfflineAsync(false);
        await PhoneVisits.SentAsync(page, 60_000 + (5_000 * tasks.Count));
        clock.Stop();
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{tasks.Count} inspections, {asked} requests, {dropped} dropped, {lost} answers lost; recorded in {recording.Elapsed.TotalSeconds:0} s, through in {clock.Elapsed.TotalSeconds:0} s"));
        Assert.True(dropped > 0 && lost > 0, $"{dropped} dropped, {lost} answers lost");
        foreach (var task in tasks)
        {
            var (_, log) = await visits.FindAsync(task.Id);
            var evidence = Assert.Single(log.Answers(out _).SelectMany(answer => answer.Evidence));
            Assert.NotNull(await web.Services.GetRequiredService<EvidenceFiles>().FindAsync(task.Id, evidence.Sha256, TestContext.Current.CancellationToken));
            Assert.Equal(6, log.Operations.Count());
            Assert.Empty(log.Doubled);
            Assert.Empty(log.Incomplete);
        }

        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }
}
