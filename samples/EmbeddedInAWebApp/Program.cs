// A permit office that existed before: its own tables, its own sign-in. Supervision is added to it, and a permit and the
// supervised subject are saved in one transaction. "--self-test" calls the running application and ends.
using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using EmbeddedInAWebApp;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Supervision;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Storage;
using Supervision.Storage.Views;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);    // a number taken twice is an answer here, no failure

var isTest = args.Contains("--self-test");
var file = isTest ? Path.Combine(Directory.CreateTempSubdirectory("permits-").FullName, "permits.db") : "permits.db";

// What the office had: a model of its own, a cookie, roles of its own. By itself the context only reads; it writes in joined transactions.
builder.Services.AddDbContext<PermitContext>(options => options.UseSqlite($"Data Source={file};Mode=ReadOnly"));
builder.Services.AddAuthentication("office").AddCookie("office", options => options.Events.OnRedirectToLogin = context =>
{
    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    return Task.CompletedTask;
});
builder.Services.AddAuthorization();

// What is added: a clock, the use cases, the stores.
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSupervision();
builder.Services.AddSupervisionSqlite(file);

await using var app = builder.Build();
await app.Services.GetRequiredService<SupervisionDatabase>().OpenAsync(default);
await using (var scope = app.Services.CreateAsyncScope())
{
    // The office's own table lies in the same file; on PostgreSQL its migrations stay as they are.
    var own = scope.ServiceProvider.GetRequiredService<PermitContext>();
    await scope.ServiceProvider.GetRequiredService<SharedTransaction>().JoinAsync(own, default);
    await own.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS Permits (Number TEXT NOT NULL PRIMARY KEY, Holder TEXT NOT NULL)");
    await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(default);
}

app.UseAuthentication();
app.UseAuthorization();
app.MapPost("/sign-in/{clerk}", (string clerk, HttpContext http) => http.SignInAsync("office", new ClaimsPrincipal(
    new ClaimsIdentity([new Claim(ClaimTypes.Name, clerk), new Claim("department", "yiwu-market")], "office"))));

app.MapPost("/permits", async (NewPermit permit, ClaimsPrincipal user, CommandDesk desk, CancellationToken stop) =>
{
    // The office's user becomes the actor: an id, an agency, and the roles that its department has here.
    var actor = new Actor(user.Identity!.Name!, user.FindFirstValue("department")!) { Roles = Roles.Registrar };
    await using var scope = desk.Open(actor);
    var own = scope.ServiceProvider.GetRequiredService<PermitContext>();
    await scope.ServiceProvider.GetRequiredService<SharedTransaction>().JoinAsync(own, stop);
    own.Permits.Add(new Permit { Number = permit.Number, Holder = permit.Holder });
    var subject = new Subject
    {
        Id = permit.Number, Kind = SubjectKind.SelfEmployed, Name = permit.Holder, DivisionCode = permit.Division,
    };
    if (subject.Check() is { } refusal)
    {
        return Results.BadRequest(new { code = refusal.Code, text = refusal.ToString() });
    }

    try
    {
        await scope.ServiceProvider.GetRequiredService<ImportSubjects>().RunAsync(
            "permits", [new ImportRow<Subject>(1, subject, null)], actor, _ => { }, _ => { }, stop);
        return Results.Created($"/permits/{permit.Number}", permit);
    }
    catch (DbUpdateException)
    {
        return Results.Conflict($"{permit.Number} exists");
    }
}).RequireAuthorization();

// Own rows and supervised subjects in one query; whoever has another division, or no seat here, sees none.
app.MapGet("/permits", async (ClaimsPrincipal user, CommandDesk desk, CancellationToken stop) =>
{
    await using var scope = desk.Open(new Actor(user.Identity!.Name!, user.FindFirstValue("department")!) { Roles = Roles.Registrar });
    var own = scope.ServiceProvider.GetRequiredService<PermitContext>();
    scope.ServiceProvider.GetRequiredService<SharedTransaction>().LetSee(own);
    return await own.Permits.Join(own.Set<SubjectView>(), permit => permit.Number, subject => subject.Id,
        (permit, subject) => new { permit.Number, permit.Holder, subject.Status }).ToListAsync(stop);
}).RequireAuthorization();

app.MapGet("/subjects/{id}", async (string id, ISubjectStore subjects, CancellationToken stop) =>
    await subjects.FindAsync(id, stop) is { } subject ? Results.Ok(subject.Name) : Results.NotFound()).RequireAuthorization();

if (!isTest)
{
    app.Run();
    return 0;
}

app.Urls.Add("http://127.0.0.1:0");
await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
var stranger = await client.PostAsJsonAsync("/permits", new NewPermit("P-1", "义乌面馆", "330782"));
await client.PostAsync("/sign-in/clerk-1", null);
var created = await client.PostAsJsonAsync("/permits", new NewPermit("P-1", "义乌面馆", "330782"));
var again = await client.PostAsJsonAsync("/permits", new NewPermit("P-1", "另一家", "330782"));
var name = await client.GetFromJsonAsync<string>("/subjects/P-1");
var list = await client.GetStringAsync("/permits");
var wrong = await client.PostAsJsonAsync("/permits", new NewPermit("P-2", "义乌面馆", "33"));
Console.WriteLine($"stranger: {stranger.StatusCode}; created: {created.StatusCode}; again: {again.StatusCode}, the subject is still {name}; list: {list}; "
    + $"wrong division: {await wrong.Content.ReadAsStringAsync()}");
await app.StopAsync();
return (stranger.StatusCode, created.StatusCode, again.StatusCode, name, wrong.StatusCode, list.Contains("P-1", StringComparison.Ordinal))
    == (HttpStatusCode.Unauthorized, HttpStatusCode.Created, HttpStatusCode.Conflict, "义乌面馆", HttpStatusCode.BadRequest, true) ? 0 : 1;

internal sealed record NewPermit(string Number, string Holder, string Division);
