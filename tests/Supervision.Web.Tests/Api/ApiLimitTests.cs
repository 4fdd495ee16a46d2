using System.Diagnostics.Metrics;
using System.Net;
using System.Text.RegularExpressions;
using Supervision.Tests;
using Supervision.Web.Telemetry;

namespace Supervision.Web.Tests.Api;

/// <summary>Too many requests are turned away, by address before sign-in and by person after, and the host counts what it says it counts.</summary>
public sealed partial class ApiLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AStranger_IsLimitedByAddress_AndSomebodySignedInByPerson()
    {
        await using var bureau = new ApiBureau(("Supervision:Limits:PerAddress", "3"), ("Supervision:Limits:PerActor", "5"));
        await bureau.BeginAsync();
        using var stranger = bureau.Host.Anybody();
        Assert.Equal([401, 401, 401, 429], await CodesAsync(stranger, "/api/tasks", 4));
        var turned = await stranger.GetAsync(new Uri("/api/tasks", UriKind.Relative), Token);
        Assert.Equal("application/problem+json", turned.Content.Headers.ContentType?.MediaType);
        Assert.InRange(turned.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);

        using var own = await bureau.SignedInAsync("own");
        Assert.Equal([200, 200, 200, 200, 200, 429], await CodesAsync(own, "/api/tasks", 6));
    }

    [Fact]
    public async Task TheCheckOfACertificate_IsLimited_AndThePageWithItsFormIsNot()
    {
        await using var bureau = new ApiBureau(("Supervision:Limits:PerAddress", "2"));
        await bureau.BeginAsync();
        using var anybody = bureau.Host.Anybody();
        Assert.Equal([200, 200, 200, 200], await CodesAsync(anybody, "/certificate", 4));
        using var form = new FormUrlEncodedContent([new("number", "1"), new("name", "1")]);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            codes.Add((await anybody.PostAsync(new Uri("/certificate", UriKind.Relative), form, Token)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, codes[..2]);
    }

    [Fact]
    public async Task Meters_CountCommandsByTheirOutcome_UnderTheNamesOfThePage()
    {
        var (seen, names) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        await using var bureau = new ApiBureau();
        await bureau.BeginAsync();
        using var own = await bureau.SignedInAsync("own");
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == WebMeters.Name)
                {
                    names.Add(instrument.Name);
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            lock (seen)
            {
                seen.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
            }
        });
        listener.Start();
        const string report = """{"id":"E-2","origin":"GridEvent","title":"verge","fromAgencyId":"330700","centreAgencyId":"330700","at":"2026-03-02T09:00:00+08:00"}""";
        foreach (var (key, body) in new[] { ("m-1", report), ("m-1", report), ("m-2", report.Replace("330700\",\"c", "330782\",\"c", StringComparison.Ordinal)), ("m-3", "{}") })
        {
            await ApiBureau.SendAsync(own, "POST", "/api/events", body, key);
        }

        Assert.Equal(["ReportEvent done", "ReportEvent replayed", "ReportEvent refused SUP9302", "ReportEvent invalid"], seen.Where(one => one.StartsWith("ReportEvent", StringComparison.Ordinal)));
        var page = await File.ReadAllTextAsync(SharedData.InRepository("docs", "reference", "metrics.md"), Token);
        Assert.Equal(Names().Matches(page).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<int>> CodesAsync(HttpClient client, string address, int times)
    {
        var codes = new List<int>();
        for (var i = 0; i < times; i++)
        {
            codes.Add((int)(await client.GetAsync(new Uri(address, UriKind.Relative), Token)).StatusCode);
        }

        return codes;
    }

    [GeneratedRegex(@"^\| `(?<name>supervision\.[a-z.]+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
