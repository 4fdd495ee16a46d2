using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests.Api;

/// <summary>
/// A bureau with one of each thing, all with "CANARY" in their id and of the agency 330700: "own" and "foreign" have all roles of their
/// agency but the auditor's, "nobody" has none, "business" is a subject that signs in for itself.
/// </summary>
internal sealed class ApiBureau(params (string Name, string Value)[] more) : IAsyncDisposable
{
    public const string Canary = "CANARY";
    private const string Password = "a long enough password";
    private const string OwnAgency = "330700";
    private const string ForeignAgency = "330782";

    public static readonly IReadOnlyList<string> Ids =
    [
        "CANARY-task", "CANARY-case", "CANARY-plan", "CANARY-document", "CANARY-subject",
        .. Enum.GetValues<MatterKind>().Select(kind => "CANARY-" + kind),
    ];

    public BureauHost Host { get; } = new(("Users", "FOLDER/users.json"), ("Keys", "FOLDER/keys")) { More = more };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every endpoint of the API: its method, its address with "{id}" and the like, its metadata.</summary>
    public IReadOnlyList<(string Method, string Pattern, EndpointMetadataCollection Metadata)> Endpoints() =>
    [
        .. from endpoint in Host.Services.Routes()
           let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
           where pattern.StartsWith("/api/", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
           orderby pattern, method
           select (method, pattern, endpoint.Metadata),
    ];

    public async Task<HttpClient> SignedInAsync(string name)
    {
        var client = Host.Anybody();
        Assert.Equal(HttpStatusCode.Redirect, (await SignInTests.SignInAsync(client, name, Password)).StatusCode);
        return client;
    }

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string address, string body = "{}", string? key = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method != "GET")
        {
            request.Content = new StringContent(body, Encoding.UTF8, address.EndsWith("/import", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json");
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return client.SendAsync(request, Token);
    }

    /// <summary>An address with an id in the place of each of its parts.</summary>
    public static string Fill(string pattern, string id) => string.Join('/', pattern.Split('/').Select(part =>
        !part.StartsWith('{') ? part
        : part.StartsWith("{kind", StringComparison.Ordinal) ? nameof(DocumentKind.Decision)
        : part.StartsWith("{index", StringComparison.Ordinal) || part.StartsWith("{number", StringComparison.Ordinal) ? "0"
        : id));

    public async Task BeginAsync()
    {
        Host.Write("users.json", JsonSerializer.Serialize(
            new[]
            {
                new SignInUser("own", "own", Passwords.Hash(Password), OwnAgency),
                new SignInUser("foreign", "foreign", Passwords.Hash(Password), ForeignAgency),
                new SignInUser("nobody", "nobody", Passwords.Hash(Password), OwnAgency),
                new SignInUser("business", "business", Passwords.Hash(Password), null, "CANARY-subject"),
            },
            JsonSerializerOptions.Web));
        await using var scope = Host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        const Roles roles = Roles.All & ~Roles.Auditor;
        await services.GetRequiredService<IRoleStore>().SaveAsync(new RoleGrant("own", OwnAgency, roles, OwnAgency), Token);
        await services.GetRequiredService<IRoleStore>().SaveAsync(new RoleGrant("foreign", ForeignAgency, roles, ForeignAgency), Token);
        await services.GetRequiredService<IOfficerStore>().SaveAgencyAsync(new Agency(OwnAgency, "own", OwnAgency, ["food"]), Token);
        await services.GetRequiredService<IOfficerStore>().SaveAgencyAsync(new Agency(ForeignAgency, "foreign", ForeignAgency, ["food"]), Token);
        await SeedAsync(services);
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    private static async Task SeedAsync(IServiceProvider services)
    {
        var (today, now) = (new DateOnly(2026, 3, 2), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var points = new Checklist("checklist", 1, "test", [new CheckPoint("1", "test", "F-1", PointImportance.Key, "ordinary")]);
        var checklist = points.Reference;
        await services.GetRequiredService<ICatalogStore>().AddChecklistAsync(points, Token);
        await services.GetRequiredService<IOfficerStore>().SaveOfficersAsync([new Officer { Id = "own", Name = "own", AgencyId = OwnAgency }], Token);
        await services.GetRequiredService<ISubjectStore>().SaveAsync(
            [new Subject { Id = "CANARY-subject", Kind = SubjectKind.Enterprise, Name = "CANARY", DivisionCode = "330702" }], Token);
        await services.GetRequiredService<ITaskStore>().AddAsync(
            [
                new InspectionTask
                {
                    Id = "CANARY-task", SubjectId = "CANARY-subject", ItemCode = "33070100100100", Checklist = checklist, AgencyId = OwnAgency, OfficerIds = ["own"], DueOn = today,
                },
            ], Token);
        await services.GetRequiredService<ICaseStore>().AddAsync(
            new PenaltyCase
            {
                Id = "CANARY-case", AgencyId = OwnAgency, SubjectId = "CANARY-subject",
                Clue = new CaseClue { Source = ClueSource.Inspection, ReceivedOn = today, ActId = "act", ViolationOn = today, Facts = "CANARY" },
            }, today, Token);
        await services.GetRequiredService<IDrawStore>().AddPlanAsync(
            new InspectionPlan
            {
                Id = "CANARY-plan", Name = "plan", AgencyId = OwnAgency, ItemCode = "33070100100100", Field = "food", Checklist = checklist, DivisionCode = OwnAgency,
                SubjectCategories = [], From = today, To = today.AddDays(30), Rates = [], MinPerCell = 0, CoolDownDays = 0, RatioSource = "test",
            }, Token);
        await services.GetRequiredService<IDocumentStore>().AddAsync(
            new IssuedDocument(
                DocumentKind.Decision, "CANARY-document", OwnAgency, "number", "template", DocumentFacts.Of(), today, null), Token);
        foreach (var kind in Enum.GetValues<MatterKind>())
        {
            await services.GetRequiredService<IMatterStore>().AddAsync(
                new Matter
                {
                    Id = "CANARY-" + kind, Kind = kind, AgencyId = OwnAgency, OriginAgencyId = OwnAgency, SubjectId = "CANARY-subject", Category = "category", Title = "CANARY",
                    OpenedAt = now, State = MatterState.Accepted, Parties = [OwnAgency],
                }, Token);
        }
    }
}
