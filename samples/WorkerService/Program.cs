// Deadlines and events in a background service: every minute what is overdue goes one rung up the hierarchy, and what was
// committed reaches your handler, at least once and in order for each key. "--demo" lets a month pass and ends.
using Supervision;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Coordination;
using Supervision.Events;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Storage;

var isDemo = args.Contains("--demo");
var file = isDemo ? Path.Combine(Directory.CreateTempSubdirectory("worker-").FullName, "supervision.db") : "supervision.db";
var clock = new DemoClock();
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(isDemo ? clock : TimeProvider.System);
builder.Services.AddSupervision();
builder.Services.AddSupervisionSqlite(file);
builder.Services.AddSingleton<Told>();
builder.Services.AddSingleton<DeadlineWorker>();
builder.Services.AddHostedService(provider => provider.GetRequiredService<DeadlineWorker>());
using var host = builder.Build();
await host.Services.GetRequiredService<SupervisionDatabase>().OpenAsync(default);
if (!isDemo)
{
    await host.RunAsync();
    return 0;
}

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
Console.WriteLine(string.Join('\n', told));
return told.Count(type => type == "event.opened") == 1 && told.Any(type => type.EndsWith(".escalated", StringComparison.Ordinal)) ? 0 : 1;

/// <summary>One round: sweep what is overdue, then deliver. Several processes may do this on one PostgreSQL database.</summary>
internal sealed class DeadlineWorker(CommandDesk desk, OutboxDispatcher outbox, Told handler, TimeProvider time) : BackgroundService
{
    private static readonly Actor s_system = new("deadline-worker", "centre") { Roles = Roles.Planner };

    public async Task RoundAsync(CancellationToken stop)
    {
        await desk.RunAsync<SweepOverdue, IReadOnlyList<Matter>>(s_system, use => use.RunAsync(s_system, stop), stop);
        await outbox.DispatchAsync(handler, [], stop);
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

internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
