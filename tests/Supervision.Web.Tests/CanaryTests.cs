using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Registry;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>
/// Personal data lie in the demonstration's database as canaries: a natural person with a penalty, and every officer. A stranger follows
/// every link and asks every open endpoint, well and badly: no canary is in any page, file, list or error.
/// </summary>
[Collection("published draws change")]
public sealed partial class CanaryTests(WebFixture web)
{
    private const int MostPages = 400;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingThatAStrangerReaches_NamesAPerson()
    {
        var found = await CrawlAsync(await CanariesAsync());
        Assert.True(found.Visited > 60, $"{found.Visited} addresses");
        Assert.Empty(found.Leaks);
    }

    // The teeth: one name in one published file is found.
    [Fact]
    public async Task ALeak_IsFound()
    {
        var file = Path.Combine(web.Published, "training-2026-1", "frame.json");
        var text = await File.ReadAllTextAsync(file, Cancellation);
        try
        {
            await File.WriteAllTextAsync(file, text + DemoPenalty.Phone, Cancellation);
            Assert.Equal("/draws/training-2026-1/files/frame.json: " + DemoPenalty.Phone, Assert.Single((await CrawlAsync(await CanariesAsync())).Leaks));
        }
        finally
        {
            await File.WriteAllTextAsync(file, text, Cancellation);
        }
    }

    private async Task<string[]> CanariesAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var officers = await scope.ServiceProvider.GetRequiredService<IOfficerStore>().ListOfficersAsync(Cancellation);
        return [DemoPenalty.Name, DemoPenalty.Address, DemoPenalty.Phone, DemoPenalty.ResidentId, .. officers.Select(officer => officer.Name)];
    }

    private async Task<(int Visited, List<string> Leaks)> CrawlAsync(string[] canaries)
    {
        using var client = web.Client();
        var waiting = new Queue<string>(Starts());
        var seen = waiting.ToHashSet(StringComparer.Ordinal);
        var leaks = new List<string>();
        var visited = 0;
        while (waiting.TryDequeue(out var address) && visited < MostPages)
        {
            visited++;
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)) + answer.Headers;
            leaks.AddRange(canaries.Where(canary => text.Contains(canary, StringComparison.Ordinal)).Select(canary => $"{address}: {canary}"));
            foreach (Match link in Link().Matches(answer.Content.Headers.ContentType?.MediaType == "text/html" ? text : ""))
            {
                var next = link.Groups[1].Value.Split('#')[0];
                if (next.StartsWith('/') && !next.StartsWith("/language/", StringComparison.Ordinal) && seen.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return (visited, leaks);
    }

    // Every endpoint that needs nobody signed in, with ids that exist and ids that don't, and what a stranger gets of the others.
    private IEnumerable<string> Starts() =>
    [
        "/", "/penalties/demo-penalty", "/penalties/none", "/bureau", "/bureau/cases/demo-penalty", "/bureau/subjects/demo-person-1", "/api/tasks", "/mine", "/mine/notices", "/mine/tasks/none", "/mine/commitments", "/bureau/tasks/open", "/bureau/notices", "/bureau/self-tasks",
        "/bureau/commitments", "/bureau/matters/W-demo-expired", "/bureau/joint-plans", "/bureau/rules/dmn", "/error", "/error?code=500", "/%00", "/nothing",
        "/draws/market-2026-1/subject?subject=demo-person-1", "/draws/market-2026-1/subject/proof.json?subject=demo-person-1", "/certificate?number=99070001", "/open-data/none.csv",
        .. from endpoint in web.Services.Routes()
           where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
           let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where !route.Contains("*", StringComparison.Ordinal) && !route.StartsWith("/language", StringComparison.Ordinal)
           select Parameter().Replace(route, "market-2026-1"),
    ];

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Parameter();
}
