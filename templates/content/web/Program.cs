using System.Text.Json.Serialization;
using Supervision;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.AddSupervision();
builder.Services.AddSupervisionSqlite(builder.Configuration["Database"] ?? "supervision.db");

await using var app = builder.Build();
await app.Services.GetRequiredService<SupervisionDatabase>().OpenAsync(default);

app.MapGet("/", async (ISubjectStore subjects, CancellationToken stop) => $"{await subjects.CountAsync(stop)} subjects");

// Put your sign-in before this, and make the actor from the signed-in user. A first subject:
// curl -H "Content-Type: application/json" -d '{"id":"SHOP-1","kind":"SelfEmployed","name":"面馆","divisionCode":"330782"}' http://localhost:5000/subjects
app.MapPost("/subjects", async (Subject subject, CommandDesk desk, CancellationToken stop) =>
{
    var actor = new Actor("clerk-1", "my-agency") { Roles = Roles.Registrar };
    ImportReject? reject = null;
    await desk.RunAsync<ImportSubjects, ImportResult>(
        actor,
        use => use.RunAsync("web", [new ImportRow<Subject>(1, subject, null)], actor, one => reject = one, _ => { }, stop),
        stop);
    return reject is null ? Results.Ok() : Results.BadRequest(reject.Reason.ToString());
});

app.Run();
