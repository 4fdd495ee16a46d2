using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Web.Tests;

/// <summary>一公开: what is going to be inspected and what was drawn, by agency and area, without JavaScript and as open data.</summary>
[Collection("published draws change")]
public sealed partial class PublicPlansTests(WebFixture web)
{
    private static readonly Digest s_digest = Digest.Parse(new string('0', 64));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThePlansOfAnAgency_LeadToItsDraws()
    {
        var page = await web.PageAsync(new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/plans");
        var all = await page.Locator("tbody tr").CountAsync();
        var agency = (await page.Locator("#agency option").Last.GetAttributeAsync("value"))!;
        await page.Locator("#agency").SelectOptionAsync(agency);
        await page.Locator("form.ask button").ClickAsync();
        Assert.InRange(await page.Locator("tbody tr").CountAsync(), 1, all);
        Assert.Equal(agency, await page.Locator("#agency").InputValueAsync());
        await page.GotoAsync("/plans");
        await page.Locator("a[href='/draws/catering-2026-1']").ClickAsync();
        await Assertions.Expect(page.Locator("#drawn")).ToBeVisibleAsync();
        await page.GotoAsync("/draws?area=330782");
        await Assertions.Expect(page.Locator("a[href='/draws/catering-2026-1']")).ToHaveCountAsync(1);
        await page.GotoAsync("/draws?agency=nobody");
        await page.GetByRole(AriaRole.Link, new() { Name = "All draws" }).ClickAsync();
        await Assertions.Expect(page.Locator("a[href='/draws/catering-2026-1']")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    // What the walk's inspections found stands beside who was drawn: in a word, and not what it was.
    [Fact]
    public async Task TheResults_StandBesideWhoWasDrawn()
    {
        var page = await web.PageAsync(new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/draws/catering-2026-1");
        var results = await page.Locator("#drawn ~ .scroll tbody td:last-child").AllInnerTextsAsync();
        Assert.Contains(results, result => result.StartsWith("no problem found 2026-03-", StringComparison.Ordinal));
        Assert.Contains(results, result => result.StartsWith("problem found, ordered to correct 2026-03-", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    // Plans and draws come page by page, and every page is reached by its link, with the filter that was chosen.
    [Fact]
    public async Task ManyPlansAndDraws_AreReachedPageByPage()
    {
        using var host = new BureauHost();
        string[] ids = [.. Enumerable.Range(0, 120).Select(at => $"many-{at:000}")];
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var draws = scope.ServiceProvider.GetRequiredService<IDrawStore>();
            foreach (var id in ids)
            {
                await draws.AddPlanAsync(Plan(id), Cancellation);
                await draws.AddDrawAsync(Draw(id), [], Cancellation);
                var files = Directory.CreateDirectory(Path.Combine(host.Services.GetRequiredService<WebSettings>().Published, $"{id}-1"));
                await File.WriteAllTextAsync(Path.Combine(files.FullName, "reveal.json"), "{}", Cancellation);
            }

            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Cancellation);
        }

        using var client = host.Anybody();
        foreach (var start in (string[])["/plans", "/draws", "/plans?agency=yiwu-market&area=330782"])
        {
            var (seen, pages) = (new List<string>(), 0);
            for (var next = start; next is not null; pages++)
            {
                var page = await client.GetStringAsync(new Uri(next, UriKind.Relative), Cancellation);
                seen.AddRange(DrawLink().Matches(page).Select(match => match.Groups[1].Value));
                next = NextLink().Match(page) is { Success: true } link ? System.Net.WebUtility.HtmlDecode(link.Groups[1].Value) : null;
                Assert.True(next is null || start == "/plans" || start == "/draws" || next.Contains("agency=yiwu-market", StringComparison.Ordinal));
            }

            Assert.Equal(3, pages);
            Assert.Equal(ids.Select(id => $"{id}-1"), seen.Order(StringComparer.Ordinal));
        }

        using var all = JsonDocument.Parse(await client.GetStringAsync(new Uri("/open-data/draws.json", UriKind.Relative), Cancellation));
        Assert.Equal(ids.Length, all.RootElement.GetArrayLength());
    }

    // What the walk's inspections found, for machines: the same words as on the page, with whence, on what terms and as of when.
    [Fact]
    public async Task OpenData_HasTheResultsOfPublishedDraws_WithSourceAndTime()
    {
        using var client = web.Client();
        foreach (var path in (string[])["/open-data/results", "/draws/catering-2026-1/results"])
        {
            using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(path + ".json", UriKind.Relative), Cancellation));
            var (file, rows) = (json.RootElement, json.RootElement.GetProperty("results").EnumerateArray().ToList());
            Assert.NotEmpty(file.GetProperty("source").GetString()!);
            Assert.NotEmpty(file.GetProperty("licence").GetString()!);
            Assert.Equal(TimeSpan.FromHours(8), DateTimeOffset.Parse(file.GetProperty("asOf").GetString()!, CultureInfo.InvariantCulture).Offset);
            Assert.Contains(rows, row => row.GetProperty("draw").GetString() == "catering-2026-1" && row.GetProperty("result").GetString() == "Ordered"
                && row.GetProperty("on").GetString()!.StartsWith("2026-03-", StringComparison.Ordinal));
            var csv = (await client.GetStringAsync(new Uri(path + ".csv", UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(rows.Count + 1, csv.Length);
            Assert.Equal([.. rows[0].EnumerateObject().Select(member => member.Name), "source", "licence", "asOf"], csv[0].Split(','));
        }

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/draws/none-1/results.csv", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task OpenData_HasEveryPlan_InBothForms()
    {
        using var client = web.Client();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri("/open-data/plans.json", UriKind.Relative), Cancellation));
        var rows = json.RootElement.EnumerateArray().ToList();
        var csv = (await client.GetStringAsync(new Uri("/open-data/plans.csv", UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Count + 1, csv.Length);
        Assert.Equal(csv[0].Split(','), rows[0].EnumerateObject().Select(member => member.Name));
        Assert.Contains(rows, row => row.GetProperty("plan").GetString() == "market-2026" && row.GetProperty("ratios").GetString()!.Contains('=', StringComparison.Ordinal));
    }

    private static InspectionPlan Plan(string id) => new()
    {
        Id = id, Name = id, AgencyId = "yiwu-market", ItemCode = "i", Field = "f", Checklist = new ChecklistReference("c", 1, "h"), DivisionCode = "330782", SubjectCategories = [],
        From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31), Rates = [], MinPerCell = 1, CoolDownDays = 0, RatioSource = "s",
    };

    private static Draw Draw(string plan) => new()
    {
        Id = plan + "-1", PlanId = plan, Number = 1, AnnouncementHash = s_digest, FrameCount = 1, FrameRoot = s_digest, Seed = s_digest, SelectedCount = 0,
        DrawnAt = DateTimeOffset.UnixEpoch,
    };

    [GeneratedRegex("href=\"/draws/([^\"/]+)\"")]
    private static partial Regex DrawLink();

    [GeneratedRegex("rel=\"next\" class=\"button\" href=\"([^\"]+)\"")]
    private static partial Regex NextLink();
}
