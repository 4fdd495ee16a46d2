using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests;

/// <summary>The API of tasks: pages walk everything once, devices hand in once, a stranger gets nothing, every error is a problem.</summary>
public sealed partial class TasksApiTests : IAsyncLifetime
{
    private const string Password = "a long enough password";
    private readonly BureauHost _host = new(("Users", "FOLDER/users.json"), ("Keys", "FOLDER/keys"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_ThatAreFollowed_ShowEveryTaskOfTheAgencyOnce()
    {
        using var inspector = await SignedInAsync("inspector");
        var whole = Ids(await inspector.GetFromJsonAsync<JsonElement>(At("/api/tasks?limit=200"), Token)).ToList();
        var walked = new List<string>();
        for (string? next = "/api/tasks?limit=3"; next is not null;)
        {
            var answer = await inspector.GetAsync(At(next), Token);
            walked.AddRange(Ids(await answer.Content.ReadFromJsonAsync<JsonElement>(Token)));
            next = answer.Headers.TryGetValues("Link", out var links) ? NextLink().Match(links.Single()).Groups[1].Value : null;
        }

        Assert.True(whole.Count == 6, $"{whole.Count} tasks");
        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task ATask_CarriesItsVersion_AndIsNotSentAgainWhenUnchanged()
    {
        using var inspector = await SignedInAsync("inspector");
        var task = await FirstTaskAsync(inspector);
        var address = At("/api/tasks/" + task.GetProperty("id").GetString());
        var tag = (await inspector.GetAsync(address, Token)).Headers.ETag!;
        Assert.Equal($"\"{task.GetProperty("version").GetInt32()}\"", tag.Tag);

        Assert.Equal(HttpStatusCode.NotModified, await CodeAsync(tag.Tag));
        Assert.Equal(HttpStatusCode.OK, await CodeAsync("\"0\""));

        async Task<HttpStatusCode> CodeAsync(string known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("If-None-Match", known);
            return (await inspector.SendAsync(request, Token)).StatusCode;
        }
    }

    [Fact]
    public async Task WhatNobodyForesaw_IsAProblemThatTellsNothingOfTheInside()
    {
        await using var broken = _host.WithWebHostBuilder(host => host
            .UseSetting("Supervision:Database", Path.Combine(_host.Folder, "broken.db"))
            .ConfigureTestServices(services => services.AddScoped<IRoleStore>(_ => throw new InvalidTimeZoneException("the inside"))));
        using var client = broken.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        await SignInTests.SignInAsync(client, "inspector", Password);
        var answer = await client.GetAsync(At("/api/tasks"), Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("traceId", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the inside", text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidTimeZone", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_HandedInTwice_CountOnce_AndDevicesThatDifferAreAConflict()
    {
        using var inspector = await SignedInAsync("inspector");
        var task = await FirstTaskAsync(inspector);
        var first = Operation(task, "phone-a", "Conform");
        var answer = await MergeAsync(inspector, task, "api-test-1", first);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, (await BodyAsync(answer)).GetProperty("added").GetInt32());

        var again = await MergeAsync(inspector, task, "api-test-1", first);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(await answer.Content.ReadAsStringAsync(Token), await again.Content.ReadAsStringAsync(Token));

        var underNewKey = await MergeAsync(inspector, task, "api-test-2", first);
        Assert.Equal(0, (await BodyAsync(underNewKey)).GetProperty("added").GetInt32());

        await IsProblemAsync(await MergeAsync(inspector, task, "api-test-1", Operation(task, "phone-b", "NonConform")), HttpStatusCode.UnprocessableEntity, "SUP9201");

        var other = await BodyAsync(await MergeAsync(inspector, task, "api-test-3", Operation(task, "phone-b", "NonConform")));
        Assert.Contains(other.GetProperty("conflicts").EnumerateArray(), conflict => conflict.GetProperty("pointId").GetString() == "api-point");
    }

    // 行政处罚法 art. 42 asks for two officers in person: one may not speak for the other; a head may carry, and the journal names both.
    [Fact]
    public async Task Operations_OfAnotherOfficer_AreRefused_UnlessAHeadCarriesThem()
    {
        using var inspector = await SignedInAsync("inspector");
        using var other = await SignedInAsync("li");
        using var head = await SignedInAsync("head");
        var task = await FirstTaskAsync(inspector);
        var operation = Operation(task, "phone-own", "Conform");
        await IsProblemAsync(await MergeAsync(other, task, "api-own-1", operation), HttpStatusCode.UnprocessableEntity, "SUP7350");
        Assert.Equal(HttpStatusCode.OK, (await MergeAsync(head, task, "api-own-2", operation)).StatusCode);
        await using var scope = _host.Services.CreateAsyncScope();
        var last = await scope.ServiceProvider.GetRequiredService<IJournalReader>().ReadAsync(0, Token).LastAsync(entry => entry.Record.Type == "task.merged", Token);
        Assert.Equal("head", last.Record.Actor.Id);
        Assert.Contains("\"officer\":\"inspector\"", last.Record.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryError_IsAProblem()
    {
        using var inspector = await SignedInAsync("inspector");
        using var anybody = _host.Anybody();
        var task = await FirstTaskAsync(inspector);
        var whole = Operation(task, "phone-c", "Conform");
        await IsProblemAsync(await anybody.GetAsync(At("/api/tasks"), Token), HttpStatusCode.Unauthorized, null);
        await IsProblemAsync(await inspector.GetAsync(At("/api/nothing"), Token), HttpStatusCode.NotFound, null);
        await IsProblemAsync(await inspector.GetAsync(At("/api/tasks?limit=201"), Token), HttpStatusCode.BadRequest, null);
        await IsProblemAsync(await inspector.GetAsync(At("/api/tasks?limit=many"), Token), HttpStatusCode.BadRequest, null);
        await IsProblemAsync(await inspector.GetAsync(At("/api/tasks/no-such"), Token), HttpStatusCode.NotFound, "SUP2001");
        await IsProblemAsync(await MergeAsync(inspector, task, null, whole), HttpStatusCode.BadRequest, "SUP9202");
        await IsProblemAsync(await MergeAsync(inspector, task, "api-error-1", "{"), HttpStatusCode.BadRequest, null);
        await IsProblemAsync(await MergeAsync(inspector, task, "api-error-2", ""), HttpStatusCode.BadRequest, null);
        await IsProblemAsync(
            await MergeAsync(inspector, task, "api-error-3", whole.Replace(task.GetProperty("id").GetString()!, "another-task", StringComparison.Ordinal)),
            HttpStatusCode.UnprocessableEntity, "SUP2151");
    }

    [Theory]
    [InlineData("yiwu", HttpStatusCode.NotFound, "SUP2001")] // another agency: there is no such task
    [InlineData("planner", HttpStatusCode.Forbidden, null)] // the right agency, without the role
    public async Task WhoMayNot_HandsInNothing(string name, HttpStatusCode status, string? code)
    {
        using var inspector = await SignedInAsync("inspector");
        using var stranger = await SignedInAsync(name);
        var task = await FirstTaskAsync(inspector);
        await IsProblemAsync(await MergeAsync(stranger, task, "api-stranger", Operation(task, "phone-d", "Conform")), status, code);
        if (status == HttpStatusCode.NotFound)
        {
            var id = task.GetProperty("id").GetString()!;
            await IsProblemAsync(await stranger.GetAsync(At("/api/tasks/" + id), Token), status, code);
            Assert.DoesNotContain(id, Ids(await stranger.GetFromJsonAsync<JsonElement>(At("/api/tasks?limit=200"), Token)));
        }
    }

    public async ValueTask InitializeAsync()
    {
        (string Name, string Agency, Roles Roles)[] people =
            [("inspector", "330700", Roles.Inspector), ("li", "330700", Roles.Inspector), ("head", "330700", Roles.Head), ("planner", "330700", Roles.Planner), ("yiwu", "330782", Roles.Inspector)];
        _host.Write("users.json", JsonSerializer.Serialize(people.Select(one =>
            new SignInUser(one.Name, one.Name, Passwords.Hash(Password), one.Agency)), JsonSerializerOptions.Web));
        await using var scope = _host.Services.CreateAsyncScope();
        foreach (var (name, agency, roles) in people)
        {
            await scope.ServiceProvider.GetRequiredService<IRoleStore>().SaveAsync(new RoleGrant(name, agency, roles, agency), Token);
        }

        await scope.ServiceProvider.GetRequiredService<ITaskStore>().AddAsync([.. Enumerable.Range(1, 7).Select(TaskOf)], Token);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [GeneratedRegex("<(.*)>; rel=\"next\"")]
    private static partial Regex NextLink();

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static IEnumerable<string> Ids(JsonElement page) => page.EnumerateArray().Select(task => task.GetProperty("id").GetString()!);

    private static Task<JsonElement> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(Token);

    private static async Task<JsonElement> FirstTaskAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(At("/api/tasks?limit=1"), Token))[0];

    private static string Operation(JsonElement task, string device, string answer) => $$"""
        [{"taskId":"{{task.GetProperty("id").GetString()}}","deviceId":"{{device}}","sequence":1,"at":"2026-03-02T09:30:00+08:00",
        "officerId":"{{task.GetProperty("officerIds")[0].GetString()}}","kind":"Answer",
        "entry":{"pointId":"api-point","answer":"{{answer}}","note":"","evidence":[] } }]
        """;

    private static async Task<HttpResponseMessage> MergeAsync(HttpClient client, JsonElement task, string? key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At($"/api/tasks/{task.GetProperty("id").GetString()}/operations"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Token);
    }

    private static async Task IsProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string? code)
    {
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(status == answer.StatusCode, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("traceId").GetString()));
        Assert.DoesNotContain("   at Supervision", text, StringComparison.Ordinal);
        if (code is not null)
        {
            Assert.Equal(code, problem.GetProperty("code").GetString());
            Assert.NotEqual(code, problem.GetProperty("detail").GetString());
        }
    }

    private async Task<HttpClient> SignedInAsync(string name)
    {
        var client = _host.Anybody();
        Assert.Equal(HttpStatusCode.Redirect, (await SignInTests.SignInAsync(client, name, Password)).StatusCode);
        return client;
    }

    // The last one is of another agency.
    private static InspectionTask TaskOf(int number) => new()
    {
        Id = $"task-{number}", DrawId = "draw", SubjectId = "92999999MA0NDL014U", ItemCode = "33070100100100",
        Checklist = new ChecklistReference("checklist", 1, new string('a', 64)),
        AgencyId = number == 7 ? "330782" : "330700", OfficerIds = ["inspector", "li"], DueOn = new DateOnly(2026, 12, 1),
    };
}
