using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Supervision.Web.Tests.Api;

/// <summary>A command says which version it is meant for: without that 428, for another one 412, and what was sent again is answered as at first.</summary>
public sealed class ApiVersionTests : IAsyncLifetime
{
    private const string Triage = """{"trigger":"Triage","at":"2026-03-02T09:30:00+08:00","category":"road-verge","text":"verge"}""";
    private readonly ApiBureau _bureau = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AStep_IsTakenOnce_ForTheVersionThatItNames()
    {
        using var own = await _bureau.SignedInAsync("own");
        var reported = await ApiBureau.SendAsync(own, "POST", "/api/events", """
            {"id":"E-1","origin":"GridEvent","title":"verge","fromAgencyId":"330700","centreAgencyId":"330700","at":"2026-03-02T09:00:00+08:00"}
            """);
        Assert.True(reported.StatusCode == HttpStatusCode.OK, await reported.Content.ReadAsStringAsync(Token));
        var tag = (await own.GetAsync(new Uri("/api/events/E-1", UriKind.Relative), Token)).Headers.ETag!.Tag;
        Assert.Equal("\"1\"", tag);

        await ExpectAsync(await StepAsync("first", null), HttpStatusCode.PreconditionRequired);
        var stale = await ExpectAsync(await StepAsync("first", "\"7\""), HttpStatusCode.PreconditionFailed);
        Assert.Equal((1, "If-Match"), (stale.GetProperty("currentVersion").GetInt32(), stale.GetProperty("field").GetString()));

        var taken = await ExpectAsync(await StepAsync("first", tag), HttpStatusCode.OK);
        Assert.Equal(2, taken.GetProperty("version").GetInt32());

        // The answer was lost on its way: the event has moved on by this very step, and the same key still gets it.
        var again = await StepAsync("first", tag);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(2, (await ExpectAsync(again, HttpStatusCode.OK)).GetProperty("version").GetInt32());
        await ExpectAsync(await StepAsync("second", tag), HttpStatusCode.PreconditionFailed);

        Task<HttpResponseMessage> StepAsync(string key, string? ifMatch) => ApiBureau.SendAsync(own, "POST", "/api/events/E-1/steps", Triage, key, ifMatch);
    }

    [Fact]
    public async Task ARefusal_NamesItsCodeAndLegalBasis_AndABrokenBodyItsField()
    {
        using var own = await _bureau.SignedInAsync("own");
        var broken = await ExpectAsync(
            await ApiBureau.SendAsync(own, "POST", "/api/cases/CANARY-case/steps", """{"trigger":"NoSuchStep","on":"2026-03-02"}""", ifMatch: "\"1\""), HttpStatusCode.BadRequest);
        Assert.Equal("$.trigger", broken.GetProperty("field").GetString());
        var without = await ExpectAsync(await ApiBureau.SendAsync(own, "POST", "/api/plans/CANARY-plan/void", "{}"), HttpStatusCode.BadRequest);
        Assert.Equal("Missing: 'reason'.", without.GetProperty("detail").GetString());
        using var text = new StringContent("trigger=File");
        await ExpectAsync(await own.PostAsync(new Uri("/api/cases", UriKind.Relative), text, Token), HttpStatusCode.UnsupportedMediaType);
        var missing = await ExpectAsync(await ApiBureau.SendAsync(own, "GET", "/api/indicators"), HttpStatusCode.BadRequest);
        Assert.Equal("from", missing.GetProperty("field").GetString());
        var refused = await ExpectAsync(
            await ApiBureau.SendAsync(own, "POST", "/api/cases/CANARY-case/steps", """{"trigger":"File","on":"2026-03-02","text":"x"}""", ifMatch: "\"1\""),
            HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("SUP23", refused.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(refused.GetProperty("legalBasis").GetString()!);
    }

    public async ValueTask InitializeAsync() => await _bureau.BeginAsync();

    public ValueTask DisposeAsync() => _bureau.DisposeAsync();

    private static async Task<JsonElement> ExpectAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Token)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
