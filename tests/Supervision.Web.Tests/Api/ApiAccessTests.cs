using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Supervision.Audit;
using Supervision.Rules.Publishing;
using Supervision.Web.Api;

namespace Supervision.Web.Tests.Api;

/// <summary>Over all endpoints of the API: each use case has one, each demands its right, and another agency gets nothing.</summary>
public sealed class ApiAccessTests : IAsyncLifetime
{
    // Why a use case has no endpoint. What is not here must have one.
    private static readonly Dictionary<string, string> s_without = new(StringComparer.Ordinal)
    {
        ["RecordPerson"] = "the web host holds no keys of personal data: the console does (docs/reference/access.md)",
        ["ViewPerson"] = "as RecordPerson",
        ["ErasePersons"] = "as RecordPerson",
        ["ReencryptPersons"] = "as RecordPerson",
        ["ShowPersonalCredit"] = "as RecordPerson",
        ["SubscribeWebhook"] = "it names a file with a secret on the machine: the operator's console",
        ["SaveComparison"] = "it takes what three registers say, which the operator's console reads from files",
        ["RunDraw"] = "it announces and draws in one step, which nobody can witness: the API has the two steps",
    };

    private readonly ApiBureau _bureau = new(("Supervision:Limits:PerAddress", "100000"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryUseCase_HasAnEndpointOrAReason()
    {
        var useCases = ((Assembly[])[typeof(CommandDesk).Assembly, typeof(LiveRulePacks).Assembly])
            .SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.GetCustomAttribute<AllowedToAttribute>() is not null).ToList();
        Assert.True(useCases.Count > 50, $"{useCases.Count} use cases");
        var run = _bureau.Endpoints().Select(endpoint => endpoint.Metadata.GetMetadata<UseCaseOf>()?.UseCase).OfType<Type>().ToHashSet();
        Assert.Empty(Without(useCases, run));
        Assert.Empty(s_without.Keys.Except(useCases.Where(type => !run.Contains(type)).Select(type => type.Name)));
    }

    [Fact]
    public void Without_GivenAUseCaseThatNoEndpointRuns_NamesIt() => Assert.Equal(["String"], Without([typeof(string), typeof(int)], new HashSet<Type> { typeof(int) }));

    [Fact]
    public void EveryCommand_RunsAUseCase_AndNoEndpointIsOpenToAnybody()
    {
        var endpoints = _bureau.Endpoints();
        Assert.True(endpoints.Count > 70, $"{endpoints.Count} endpoints");
        Assert.Empty(endpoints.Where(endpoint => endpoint.Method != "GET" && endpoint.Metadata.GetMetadata<UseCaseOf>() is null && !IsReading(endpoint.Pattern)).Select(endpoint => endpoint.Pattern));
        Assert.Empty(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.Pattern));
    }

    [Fact]
    public async Task WhoHasNoRole_IsRefusedByTheAccessMatrix_AtEveryUseCase()
    {
        using var nobody = await _bureau.SignedInAsync("nobody");
        using var business = await _bureau.SignedInAsync("business");
        using var anybody = _bureau.Host.Anybody();
        var faults = new List<string>();
        foreach (var (method, pattern, metadata) in _bureau.Endpoints())
        {
            var address = ApiBureau.Fill(pattern, "CANARY-task");
            await ExpectAsync(anybody, HttpStatusCode.Unauthorized, null);
            await ExpectAsync(business, HttpStatusCode.Forbidden, null);
            if (metadata.GetMetadata<UseCaseOf>() is not null)
            {
                await ExpectAsync(nobody, HttpStatusCode.Forbidden, "SUP9301");
            }

            async Task ExpectAsync(HttpClient client, HttpStatusCode status, string? code)
            {
                var answer = await ApiBureau.SendAsync(client, method, address);
                var text = await answer.Content.ReadAsStringAsync(Token);
                if (answer.StatusCode != status || (code is not null && JsonDocument.Parse(text).RootElement.GetProperty("code").GetString() != code))
                {
                    faults.Add($"{method} {pattern}: {(int)answer.StatusCode} instead of {(int)status}: {text}");
                }
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task AForeignAgency_GetsNothing_WhereTheOwnOneGetsIt()
    {
        using var own = await _bureau.SignedInAsync("own");
        using var foreign = await _bureau.SignedInAsync("foreign");
        var (seen, faults) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var (method, pattern, _) in _bureau.Endpoints())
        {
            foreach (var id in pattern.Contains('{', StringComparison.Ordinal) ? ApiBureau.Ids : [""])
            {
                var address = ApiBureau.Fill(pattern, id);
                var answer = await ApiBureau.SendAsync(foreign, method, address, ifMatch: "\"1\"");
                if (answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(Token)).Contains(ApiBureau.Canary, StringComparison.Ordinal))
                {
                    faults.Add($"{method} {address}");
                }

                if (answer.StatusCode == HttpStatusCode.InternalServerError)
                {
                    faults.Add($"{method} {address}: 500");
                }

                // A look at one's own shows that the canary is where the endpoint would find it.
                if (method == "GET" && !seen.Contains(pattern) && (await own.GetStringAsyncOrNull(address, Token))?.Contains(ApiBureau.Canary, StringComparison.Ordinal) is true)
                {
                    seen.Add(pattern);
                }
            }
        }

        Assert.Empty(faults);
        Assert.Superset(
            new HashSet<string>(["/api/tasks", "/api/tasks/{id}", "/api/cases", "/api/cases/{id}", "/api/subjects", "/api/subjects/{id}", "/api/subjects/{id}/dossier",
                "/api/documents/{kind}", "/api/documents/{kind}/{**key}", "/api/warnings", "/api/warnings/{id}", "/api/events", "/api/commitments", "/api/credit/notices",
                "/api/credit/lists/{id}", "/api/credit/receipts", "/api/credit/pushes/{id}", "/api/self-tasks"], StringComparer.Ordinal),
            seen);
    }

    [Fact]
    public async Task AForeignAgency_MeetsAThingThatIsNotThere_BeforeItsBodyIsRead()
    {
        using var foreign = await _bureau.SignedInAsync("foreign");
        foreach (var (address, code) in new[]
        {
            ("/api/tasks/CANARY-task/steps", "SUP2001"), ("/api/cases/CANARY-case/steps", "SUP2300"), ("/api/warnings/CANARY-Warning/steps", "SUP7000"),
            ("/api/credit/notices/CANARY-PointNotice/decision", "SUP7000"),
        })
        {
            var answer = await ApiBureau.SendAsync(foreign, "POST", address, "no JSON at all");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement.GetProperty("code").GetString());
        }
    }

    public async ValueTask InitializeAsync() => await _bureau.BeginAsync();

    public ValueTask DisposeAsync() => _bureau.DisposeAsync();

    // POST because it takes much, yet nothing is kept.
    private static bool IsReading(string pattern) => pattern is "/api/plans/merge" or "/api/rules/check" or "/api/rules/evaluate";

    private static IEnumerable<string> Without(IEnumerable<Type> useCases, IReadOnlySet<Type> run) =>
        useCases.Where(type => !run.Contains(type) && !s_without.ContainsKey(type.Name)).Select(type => type.Name);
}
