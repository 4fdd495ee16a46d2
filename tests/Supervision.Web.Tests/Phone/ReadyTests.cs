using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Supervision.Web.Tests.Phone;

/// <summary>The phone opens with what it has: neither the shell nor the visits wait for the network.</summary>
public sealed class ReadyTests(WebFixture web)
{
    // Method: a processor four times slower; at the first opening a link of 1.6 Mbit/s with 150 ms; at the second one that never answers.
    // The times go into the output of the test: a machine under load says little about a phone.
    [Fact]
    public async Task TheVisits_AreThere_WithoutWaitingForTheNetwork()
    {
        var task = (await new PhoneVisits(web).AddAsync("phone-ready", 1))[0];
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(page, "inspector");
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await chromium.SendAsync("Network.enable");
        await chromium.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 93_750,
        });
        var first = await ReadyAsync(() => page.GotoAsync("/m/"));
        await PhoneVisits.SentAsync(page);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");

        await page.Context.RouteAsync("**/api/**", _ => Task.CompletedTask);
        var second = await ReadyAsync(() => page.ReloadAsync());
        await Assertions.Expect(page.GetByText("正在同步")).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready: {first:0} ms at first, {second:0} ms again"));
        await page.Context.CloseAsync();

        async Task<double> ReadyAsync(Func<Task<IResponse?>> open)
        {
            var clock = Stopwatch.StartNew();
            await open();
            await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
            return clock.Elapsed.TotalMilliseconds;
        }
    }
}
