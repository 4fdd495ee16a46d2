using System.Net;
using System.Text.Json;

namespace Supervision.Web.Tests.Api;

/// <summary>
/// Every December, until the State Council's notice of the next year is taken in, deadlines end in days of which nobody knows whether they are
/// worked: what needs such a day is refused by its code, and nothing else stands still.
/// </summary>
public sealed class YearNotArrangedTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_then = new(2031, 6, 2, 2, 0, 0, TimeSpan.Zero); // long after the calendar that ships
    private readonly ApiBureau _bureau = new(("Supervision:Limits:PerAddress", "100000"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatNeedsSuchADay_IsRefusedByItsCode()
    {
        using var own = await _bureau.SignedInAsync("own");
        var answer = await ApiBureau.SendAsync(
            own, "POST", "/api/credit/lists",
            """{"id":"L-1","kind":"WageArrears","ground":"serious-arrears","subjectId":"CANARY-subject","agencyId":"330700","reasons":"CANARY","letters":[]}""");
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, text);
        Assert.Equal("SUP1901", JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task NoPageAndNoCall_Fails()
    {
        using var own = await _bureau.SignedInAsync("own");
        var faults = new List<string>();
        var asked = 0;
        var pages = _bureau.Host.Services.PageRoutes().Where(pattern => pattern != "/error");
        foreach (var (method, pattern) in _bureau.Endpoints().Select(endpoint => (endpoint.Method, endpoint.Pattern)).Concat(pages.Select(pattern => ("GET", pattern))))
        {
            foreach (var id in pattern.Contains('{', StringComparison.Ordinal) ? ApiBureau.Ids : [""])
            {
                asked++;
                var answer = await ApiBureau.SendAsync(own, method, ApiBureau.Fill(pattern, id), ifMatch: "\"1\"");
                if (answer.StatusCode == HttpStatusCode.InternalServerError)
                {
                    faults.Add($"{method} {ApiBureau.Fill(pattern, id)}: {await answer.Content.ReadAsStringAsync(Token)}");
                }
            }
        }

        Assert.True(asked > 1000, $"{asked} addresses");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public async ValueTask InitializeAsync()
    {
        _bureau.Host.Clock.Move(s_then - _bureau.Host.Clock.GetUtcNow());
        await _bureau.BeginAsync();
    }

    public ValueTask DisposeAsync() => _bureau.DisposeAsync();
}
