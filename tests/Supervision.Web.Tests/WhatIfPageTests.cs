using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Rules.Publishing;
using Supervision.Rules.WhatIf;
using Supervision.Web.Demo;
using Supervision.Web.Studio;

namespace Supervision.Web.Tests;

/// <summary>A comparison over a whole city lasts: its page says how far it is, shows the result when it is there, and works without JavaScript.</summary>
[Collection("versions of packs change")]
public sealed class WhatIfPageTests(WebFixture web)
{
    private static readonly Actor s_credit = new("credit", DemoUsers.Agency);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALongComparison_TellsHowFarItIs_AndThenItsResult(bool script)
    {
        var page = await web.SignedInAsync("credit", new() { Locale = "en", JavaScriptEnabled = script });
        await page.GotoAsync("/bureau/rules");
        var query = (await page.GetByRole(AriaRole.Link, new() { Name = "yiwu-12-point" }).First.GetAttributeAsync("href"))!.Split('?')[1];
        var (runs, live) = (web.Services.GetRequiredService<WhatIfRuns>(), web.Services.GetRequiredService<LiveRulePacks>());
        var pack = live.Current.Packs.First(one => one.Reference.Id == "yiwu-12-point");
        var asOf = new DateOnly(2026, 11, 26);
        var done = new TaskCompletionSource<PolicyComparison>();
        using var run = runs.Begin(new WhatIfRun(pack.Reference, asOf, 1_030_000, (_, _) => done.Task), s_credit);
        run.Judged = 7000;

        await page.GotoAsync($"/bureau/rules/what-if?{query}&asOf={asOf:yyyy-MM-dd}");
        await Assertions.Expect(page.Locator("#judged-words")).ToHaveTextAsync("7,000 of 1,030,000 subjects judged.");
        run.Judged = 900_000;
        await Assertions.Expect(page.Locator("#judged-words")).ToHaveTextAsync("900,000 of 1,030,000 subjects judged.");
        var policies = PolicySet.Of(live.Current);
        done.SetResult(new PolicyComparison(policies, policies, asOf));
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("0 subjects,");
        Assert.Null(runs.Find(s_credit)); // shown once: whoever asks again has it computed anew
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AnotherQuestion_GivesUpTheOneBefore()
    {
        var runs = web.Services.GetRequiredService<WhatIfRuns>();
        var somebody = new Actor("somebody", DemoUsers.Agency);
        var pack = web.Services.GetRequiredService<LiveRulePacks>().Current.Packs.First().Reference;
        using var first = runs.Begin(Endless(), somebody);
        using var second = runs.Begin(Endless(), somebody);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Result);
        Assert.Same(second, runs.Find(somebody));
        runs.End(second, somebody);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Result);

        WhatIfRun Endless() => new(pack, new DateOnly(2026, 11, 26), 1, async (_, stopped) =>
        {
            await Task.Delay(Timeout.Infinite, stopped);
            return null!;
        });
    }
}
