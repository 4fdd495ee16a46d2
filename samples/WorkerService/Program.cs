// Deadlines and events in a background service: every minute what is overdue goes one rung up the hierarchy, and what was
// committed reaches your handler and every webhook, at least once and in order for each key. "--demo" lets a month pass and ends.
using System.Text.Json;
using Supervision;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Coordination;
using Supervision.Events;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Storage;
using Supervision.Storage.Outbox;

var isDemo = args.Contains("--demo");
var folder = isDemo ? Directory.CreateTempSubdirectory("worker-").FullName : ".";
var bus = new Bus(Path.Combine(folder, "bus-secret.txt"));
var clock = new DemoClock();
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(isDemo ? clock : TimeProvider.System);
builder.Services.AddSupervision();
builder.Services.AddSupervisionSqlite(Path.Combine(folder, "supervision.db"));
builder.Services.AddSingleton<Told>();
builder.Services.AddSingleton(new HttpClient(isDemo ? bus : new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) });
builder.Services.AddSingleton<DeadlineWorker>();
builder.Services.AddHostedService(provider => provider.GetRequiredService<DeadlineWorker>());
using var host = builder.Build();
await host.Services.GetRequiredService<SupervisionDatabase>().OpenAsync(default);
if (!isDemo)
{
    await host.RunAsync();
    return 0;
}

// The message bus outside is told of what climbs; the database has the name of the file with the secret, not the secret.
await File.WriteAllTextAsync(bus.SecretFile, "a secret that both sides know");
var administrator = new Actor("admin-1", "centre") { Roles = Roles.Administrator };
(await host.Services.GetRequiredService<CommandDesk>().RunAsync<SubscribeWebhook, Supervision.Decisions.Outcome<Subscription>>(
    administrator,
    use => use.RunAsync("bus", "https://bus.example/events", ["event.escalated"], bus.SecretFile, fromTheStart: true, administrator, default),
    default)).OrThrow();

// An event is reported on a Monday at noon and nobody takes it.
var desk = host.Services.GetRequiredService<CommandDesk>();
var clerk = new Actor("clerk-1", "centre") { Roles = Roles.Registrar | Roles.Planner };
(await desk.RunAsync<RegisterCatalog, Supervision.Decisions.Outcome<int>>(
    clerk,
    use => use.RunAsync(new CatalogFile([new Agency("centre", "协同中心", "330782", []), new Agency("city", "市政府", "330700", [])], [], []), clerk, default),
    default)).OrThrow();
(await desk.RunAsync<ReportEvent, Supervision.Decisions.Outcome<Matter>>(
    clerk,
    use => use.RunAsync(new EventReport("E-1", EventOrigin.GridEvent, "路面隔离带破损", "centre", "centre", clock.GetUtcNow()), clerk, default),
    default)).OrThrow();

var worker = host.Services.GetRequiredService<DeadlineWorker>();
await worker.RoundAsync(default);
clock.Now += TimeSpan.FromDays(30);
await worker.RoundAsync(default);
await worker.RoundAsync(default);
var told = host.Services.GetRequiredService<Told>().Types;
Console.WriteLine($"{string.Join('\n', told)}\nthe bus: {string.Join(", ", bus.Taken)}");
return bus.Taken.Count > 0 && bus.Taken.All(type => type == "supervision.event.escalated") && told.Count(type => type == "event.opened") == 1 && told.Any(type => type.EndsWith(".escalated", StringComparison.Ordinal)) ? 0 : 1;

/// <summary>One round: sweep what is overdue, then deliver. Several processes may do this on one PostgreSQL database.</summary>
internal sealed class DeadlineWorker(CommandDesk desk, OutboxDispatcher outbox, Told handler, HttpClient http, TimeProvider time) : BackgroundService
{
    private static readonly Actor s_system = new("deadline-worker", "centre") { Roles = Roles.Planner };

    public async Task RoundAsync(CancellationToken stop)
    {
        await desk.RunAsync<SweepOverdue, IReadOnlyList<Matter>>(s_system, use => use.RunAsync(s_system, stop), stop);
        await outbox.DispatchAsync(handler, [], stop);
        await using var scope = desk.Open(s_system);
        foreach (var webhook in await scope.ServiceProvider.GetRequiredService<IOutboxStore>().ListAsync(stop))
        {
            await outbox.DispatchAsync(new WebhookHandler(webhook, "urn:centre", http, time), webhook.Types, stop);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            await RoundAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Your side of the outbox: a message bus, a search index, an e-mail. It may be told twice; the index is the same then.</summary>
internal sealed class Told : IEventHandler
{
    public List<string> Types { get; } = [];

    public string Name => "told";

    public Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        Types.Add(entry.Record.Type);
        return Task.CompletedTask;
    }
}

/// <summary>Stands for the receiver in the demonstration: it believes what is signed with the secret, and nothing else.</summary>
internal sealed class Bus(string secretFile) : HttpMessageHandler
{
    public string SecretFile => secretFile;

    public List<string> Taken { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string Header(string name) => request.Headers.GetValues(name).Single();
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var secret = await File.ReadAllTextAsync(secretFile, cancellationToken);
        if (!WebhookSignature.Fits(secret, Header("webhook-id"), Header("webhook-timestamp"), body, Header("webhook-signature")))
        {
            return new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized);
        }

        Taken.Add(JsonDocument.Parse(body).RootElement.GetProperty("type").GetString()!);
        return new HttpResponseMessage(System.Net.HttpStatusCode.NoContent) { RequestMessage = request };
    }
}

internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
