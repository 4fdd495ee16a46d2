using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Matters;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>
/// Every page that there is, opened by somebody who may: the browser refuses no script, style, font or picture of it, and no script fails. A page
/// that nobody opens here is named.
/// </summary>
public sealed class NothingRefusedTests(WebFixture web)
{
    private static readonly Dictionary<string, string> s_addresses = new(StringComparer.Ordinal)
    {
        ["draws/{id}"] = "/draws/market-2026-1",
        ["draws/{id}/subject"] = "/draws/market-2026-1/subject?subject=92999999MA0NDL014U",
        ["penalties/{**key}"] = "/penalties/demo-penalty",
        ["bureau/cases/{id}"] = "/bureau/cases/demo-2?step=DecideSummary",
        ["bureau/matters/{id}"] = "/bureau/matters/W-demo-expired",
        ["bureau/subjects/{id}"] = "/bureau/subjects/92999999MA0NDL014U",
        ["bureau/tasks/{id}"] = "/bureau/tasks/complaint.phone-2?step=Terminate",
        ["bureau/journal/{index:long}"] = "/bureau/journal/3?prove=true",
        ["bureau/draws/room"] = "/bureau/draws/room?plan=market-2026",
        ["bureau/rules/subject"] = "/bureau/rules/subject?id=92999999MA0NDL014U",
        ["mine/notices/{id}"] = "/mine/notices/NOTICE",
        ["mine/commitments/{id}"] = "/mine/commitments/demo-promise",
        ["mine/lists/{id}"] = "/mine/lists/demo-listing",
    };

    // Shown with what a link of the page before gives them; their own tests open these.
    private static readonly HashSet<string> s_elsewhere = new(StringComparer.Ordinal)
    {
        "bureau/rules/pack", "bureau/rules/edit", "bureau/rules/what-if", "mine/tasks/{id}", "bureau/joint-plans/{id}", "bureau/joint-plans/{id}/visits/{number:int}",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoPage_AsksForWhatItsPolicyRefuses()
    {
        var refused = new List<string>();
        foreach (var (name, patterns) in Patterns().GroupBy(Reader).ToDictionary(group => group.Key, group => group.ToList()))
        {
            var page = name.Length == 0 ? await web.PageAsync() : await web.SignedInAsync(name);
            Collect(page, refused);
            foreach (var pattern in patterns)
            {
                var address = s_addresses.GetValueOrDefault(pattern) ?? (pattern.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"Name an address for {pattern}.") : "/" + pattern);
                var answer = await page.GotoAsync(address.Replace("NOTICE", await NoticeAsync(), StringComparison.Ordinal));
                Assert.True(answer!.Ok || pattern == "error", $"{address}: {answer.Status}");
            }

            await page.Context.CloseAsync();
        }

        Assert.Empty(refused);
    }

    // The teeth: a page of a signed-in person with a style, a script and a picture of elsewhere in it.
    [Fact]
    public async Task WhatAPolicyRefuses_IsCollected()
    {
        var refused = new List<string>();
        var page = await web.SignedInAsync("planner");
        Collect(page, refused);
        await page.RouteAsync("**/bureau/plans", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("</main>", "<p style='color:red'>x</p><script>1</script><img src='https://example.invalid/a.png' alt=''></main>", StringComparison.Ordinal) });
        });
        // What the browser says comes beside the page, not with it.
        await page.RunAndWaitForConsoleMessageAsync(() => page.GotoAsync("/bureau/plans"), new() { Predicate = _ => refused.Count >= 3 });
        Assert.True(refused.Count >= 3, string.Join('\n', refused));
        await page.Context.CloseAsync();
    }

    private static void Collect(IPage page, List<string> refused)
    {
        page.Console += (_, message) => refused.AddRange(message.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [$"{page.Url}: {message.Text}"] : []);
        page.PageError += (_, fault) => refused.Add($"{page.Url}: {fault}");
    }

    private static string Reader(string pattern) =>
        pattern.StartsWith("mine", StringComparison.Ordinal) ? "noodle-shop"
        : !pattern.StartsWith("bureau", StringComparison.OrdinalIgnoreCase) ? ""
        : pattern.StartsWith("bureau/cases", StringComparison.Ordinal) ? "case-officer"
        : pattern.StartsWith("bureau/journal", StringComparison.Ordinal) ? "auditor"
        : pattern.StartsWith("bureau/tasks", StringComparison.Ordinal) ? "yiwu"
        : "planner";

    private IEnumerable<string> Patterns() =>
        web.Services.PageRoutes().Select(route => route[1..]).Where(pattern => !s_elsewhere.Contains(pattern) && !pattern.EndsWith("Index", StringComparison.Ordinal));

    private async Task<string> NoticeAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMatterStore>().ListOfSubjectAsync(DemoUsers.Businesses[0].Subject, MatterKind.PointNotice, Cancellation))[0].Id;
    }
}
