using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Decisions;
using Supervision.Web.DrawRoom;

namespace Supervision.Web.Tests.Api;

/// <summary>What a program sends wrongly is told with its place, and nothing of it is guessed: methods, parameters, encodings, versions, origins.</summary>
public sealed class ApiRequestTests(ApiRequestTests.OneBureau one) : IClassFixture<ApiRequestTests.OneBureau>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE", "/api/draws?limit=1", 405, "GET, HEAD, OPTIONS")]
    [InlineData("PUT", "/api/plans", 405, "GET, POST, HEAD, OPTIONS")]
    [InlineData("OPTIONS", "/api/plans", 204, "GET, POST, HEAD, OPTIONS")]
    [InlineData("GET", "/api/data/deliveries", 405, "POST, OPTIONS")]
    [InlineData("HEAD", "/api/tasks", 200, null)]
    [InlineData("HEAD", "/open-data/plans.json", 200, null)]
    [InlineData("TRACE", "/plans", 405, "GET, POST, HEAD, OPTIONS")]
    [InlineData("DELETE", "/bureau/tasks", 405, "GET, POST, HEAD, OPTIONS")]
    [InlineData("DELETE", "/nothing", 404, null)]
    [InlineData("POST", "/api/nothing", 404, null)]
    public async Task AnAddress_SaysWhichMethodsItHas(string method, string address, int status, string? allow)
    {
        var own = one.Own;
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        using var answer = await own.SendAsync(request, Token);
        Assert.Equal((status, allow), ((int)answer.StatusCode, answer.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", answer.Content.Headers.Allow)));
        Assert.True(answer.Headers.Contains("X-Content-Type-Options"));
        if (status >= 400 && address.StartsWith("/api", StringComparison.Ordinal))
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal((status, address.Split('?')[0]), (problem.GetProperty("status").GetInt32(), problem.GetProperty("instance").GetString()));
        }
    }

    [Theory]
    [InlineData("/api/tasks?limt=1", "limt")]
    [InlineData("/api/tasks?limit=1&limit=2", "limit")]
    [InlineData("/api/subjects/CANARY-subject?asOf=2026-03-02", "asOf")]
    public async Task AParameterThatIsNoneOrStandsTwice_IsNamed(string address, string field)
    {
        var own = one.Own;
        Assert.Equal(field, (await ProblemAsync(await ApiBureau.SendAsync(own, "GET", address), HttpStatusCode.BadRequest)).GetProperty("field").GetString());
    }

    [Fact]
    public async Task ABodyThatIsNoUtf8_OrCompressed_IsNotGuessedAt()
    {
        var own = one.Own;
        Assert.Equal("The body is not UTF-8.", (await ProblemAsync(await PostAsync("/api/events", [.. "{\"id\":\""u8, 0xC0, 0xD6, .. "\"}"u8], "application/json"), HttpStatusCode.BadRequest)).GetProperty("detail").GetString());
        var packed = await PostAsync("/api/events", [0x1F, 0x8B, 8], "application/json", "gzip");
        Assert.Equal("Content-Encoding", (await ProblemAsync(packed, HttpStatusCode.UnsupportedMediaType)).GetProperty("field").GetString());
        await ProblemAsync(await PostAsync("/api/subjects/import", [], "application/json"), HttpStatusCode.UnsupportedMediaType);

        // A row in another encoding, between two good ones with a byte order mark, Windows line ends and no last one.
        var rows = await PostAsync(
            "/api/subjects/import",
            [
                0xEF, 0xBB, 0xBF, .. """{"id":"S-1","kind":"Enterprise","name":"甲","divisionCode":"330702"}"""u8, 13, 10, 13, 10,
                .. "{\"id\":\"S-2\",\"kind\":\"Enterprise\",\"name\":\""u8, 0xC0, 0xD6, .. "\",\"divisionCode\":\"330702\"}\r\n"u8,
                .. """{"id":"S-3","kind":"Enterprise","name":"乙","divisionCode":"330702"}"""u8,
            ],
            "application/x-ndjson");
        var told = await rows.Content.ReadAsStringAsync(Token);
        Assert.Contains("\"row\":3,", told, StringComparison.Ordinal);
        Assert.Contains("SUP1049", told, StringComparison.Ordinal);
        Assert.Contains("\"added\":2,", told, StringComparison.Ordinal);

        Task<HttpResponseMessage> PostAsync(string address, byte[] body, string type, string? coding = null)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            if (coding is not null)
            {
                content.Headers.ContentEncoding.Add(coding);
            }

            return own.PostAsync(new Uri(address, UriKind.Relative), content, Token);
        }
    }

    [Fact]
    public async Task BrokenJson_IsToldByItsPlace_AndNotByATypeOfThisProgram()
    {
        var own = one.Own;
        var broken = await ProblemAsync(await ApiBureau.SendAsync(own, "POST", "/api/events", "{\n\"id\": \"E\",,}"), HttpStatusCode.BadRequest);
        Assert.EndsWith("(line 2, byte 11)", broken.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var unfit = await ProblemAsync(await ApiBureau.SendAsync(own, "POST", "/api/events", "[]"), HttpStatusCode.BadRequest);
        Assert.DoesNotContain("Supervision.", unfit.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.NotModified)]
    [InlineData("W/\"1\"", HttpStatusCode.NotModified)] // a proxy that compresses makes tags weak
    [InlineData("\"7\", \"1\"", HttpStatusCode.NotModified)]
    [InlineData("\"7\"", HttpStatusCode.OK)]
    public async Task ATagThatIsKnown_IsNotSentAgain(string tags, HttpStatusCode status)
    {
        var own = one.Own;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/cases/CANARY-case", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        Assert.Equal(status, (await own.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("\"7\", \"1\"", HttpStatusCode.UnprocessableEntity)] // meant for one of these: the use case is asked, and refuses
    [InlineData("*", HttpStatusCode.UnprocessableEntity)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("1", HttpStatusCode.PreconditionFailed)]
    public async Task ACommand_IsTakenForOneOfTheVersionsThatItNames(string tags, HttpStatusCode status)
    {
        var own = one.Own;
        await ProblemAsync(await ApiBureau.SendAsync(own, "POST", "/api/cases/CANARY-case/steps", """{"trigger":"File","on":"2026-03-02"}""", ifMatch: tags), status);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://localhost", HttpStatusCode.BadRequest)] // ours: its body is looked at
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    public async Task AWriteOfAForeignPage_IsRefused_AlsoWhereTheBrowserIsOld(string header, string value, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/events", UriKind.Relative)) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);
        await ProblemAsync(await one.Own.SendAsync(request, Token), status);
    }

    [Fact]
    public async Task Progress_GoesOnAfterTheLastEventThatWasSeen()
    {
        var own = one.Own;
        Assert.True(one.Bureau.Host.Services.GetRequiredService<DrawRooms>().Start("CANARY-plan", run =>
        {
            run.Add("room.failed");
            run.Add("room.running");
            return Task.FromResult<Refusal?>(null);
        }));
        var all = Ids(await AskAsync(null));
        Assert.Equal(3, all.Count);
        Assert.Equal(all[1..], Ids(await AskAsync(all[0])));
        Assert.Equal(all, Ids(await AskAsync("of-an-earlier-run")));
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync(all[^1])).StatusCode);

        async Task<HttpResponseMessage> AskAsync(string? last)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/plans/CANARY-plan/progress", UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
            return await own.SendAsync(request, Token);
        }

        static List<string> Ids(HttpResponseMessage answer) =>
            [.. new StreamReader(answer.Content.ReadAsStream(Token), Encoding.UTF8).ReadToEnd().Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => line[4..])];
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>One host for all of them: none changes what another asks for.</summary>
    public sealed class OneBureau : IAsyncLifetime
    {
        internal ApiBureau Bureau { get; } = new();

        /// <summary>Signed in once: so many tries a minute would be too many.</summary>
        internal HttpClient Own { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Bureau.BeginAsync();
            Own = await Bureau.SignedInAsync("own");
        }

        public async ValueTask DisposeAsync()
        {
            Own.Dispose();
            await Bureau.DisposeAsync();
        }
    }
}
