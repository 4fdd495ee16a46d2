using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Registry;

namespace Supervision.Web.Tests.Api;

/// <summary>Long work tells of itself line by line, and a bad row spoils no good one.</summary>
public sealed class ApiStreamTests : IAsyncLifetime
{
    private const string Rows = """
        {"id":"S-1","kind":"Enterprise","name":"一","divisionCode":"330702"}
        {"id":"S-2","kind":"NoSuchKind","name":"二","divisionCode":"330702"}

        no JSON
        {"id":"S-3","kind":"Enterprise","name":"三","divisionCode":"33"}
        {"id":"S-4","kind":"SelfEmployed","name":"四","divisionCode":"330702"}
        """;

    private readonly ApiBureau _bureau = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnImport_SavesTheGoodRows_AndNamesEachBadOneWithItsPlace()
    {
        using var own = await _bureau.SignedInAsync("own");
        var answer = await ApiBureau.SendAsync(own, "POST", "/api/subjects/import", Rows);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        var told = (await answer.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["2 $.kind SUP7323", "4 $ SUP7323", "5  SUP1023"],
            told.Where(one => one.GetProperty("event").GetString() == "reject").Select(one => one.GetProperty("data"))
                .Select(reject => $"{reject.GetProperty("row")} {reject.GetProperty("column").GetString()} {reject.GetProperty("reason").GetProperty("code").GetString()}"));
        var result = told[^1];
        Assert.Equal("result", result.GetProperty("event").GetString());
        Assert.Equal((2, 3), (result.GetProperty("data").GetProperty("saved").GetProperty("added").GetInt32(), result.GetProperty("data").GetProperty("rejected").GetInt32()));
        Assert.Contains(told, one => one.GetProperty("event").GetString() == "progress");
        await using var scope = _bureau.Host.Services.CreateAsyncScope();
        Assert.Equal(["S-1", "S-4"], (await scope.ServiceProvider.GetRequiredService<ISubjectStore>().FindAllAsync(["S-1", "S-2", "S-3", "S-4"], Token)).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhoAsksForEvents_GetsEvents()
    {
        using var own = await _bureau.SignedInAsync("own");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/subjects/import", UriKind.Relative));
        request.Content = new StringContent(Rows, Encoding.UTF8, "application/x-ndjson");
        request.Headers.Add("Accept", "text/event-stream");
        var answer = await own.SendAsync(request, Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("event: reject\ndata: {\"row\":2,", text, StringComparison.Ordinal);
        Assert.Contains("event: result\ndata: {\"saved\":{\"added\":2,", text, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => await _bureau.BeginAsync();

    public ValueTask DisposeAsync() => _bureau.DisposeAsync();
}
