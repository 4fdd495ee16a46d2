using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Storage;

namespace Supervision.Benchmarks.Storage;

/// <summary>
/// What durability costs: imported rows, whole task cycles, commands with one and with 32 clients, appends to the journal and proofs in it, beside
/// the same database driven by plain ADO.NET with the bare minimum of the same (<see cref="PlainFloor"/>).
/// "storage" measures SQLite in a folder of its own; "storage 'Host=…'" the empty PostgreSQL database named.
/// </summary>
internal static class StorageRates
{
    private const int ImportedRows = 200_000;
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(5);
    private static readonly Actor s_actor = new("clerk", "agency");

    public static async Task<int> RunAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("supervision-bench-").FullName;
        var server = arguments.FirstOrDefault();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSupervision();
        await using var provider = (server is null
            ? services.AddSupervisionSqlite(Path.Combine(folder, "ours.db")) : services.AddSupervisionPostgreSql(server)).BuildServiceProvider();
        await provider.GetRequiredService<SupervisionDatabase>().OpenAsync(CancellationToken.None);
        Line($"{(server is null ? "SQLite" : "PostgreSQL")} {provider.GetRequiredService<SupervisionDatabase>().EngineVersion}");
        await using PlainFloor floor = server is null ? SqliteFloor.Open(Path.Combine(folder, "floor.db")) : await PostgresFloor.OpenAsync(server);

        var subjects = Enumerable.Range(0, ImportedRows).Select(i => Subject($"import.{i:d6}")).ToArray();
        Ratio("import, 20,000 rows a commit", "rows", ImportedRows / await SecondsAsync(() => ImportAsync(provider, subjects)), ImportedRows / await SecondsAsync(() => floor.ImportAsync(subjects)));
        foreach (var clients in new[] { 1, 32 })
        {
            Ratio(
                $"durable commands, {clients} clients", "commands", await RateAsync(clients, (client, i) => CommandAsync(provider, $"{clients}.{client}.{i}")),
                await RateAsync(clients, (client, i) => floor.CommandAsync($"{clients}.{client}.{i}")));
        }

        Ratio("whole task cycles: added, accepted, closed", "tasks", await RateAsync(1, (_, i) => CycleAsync(provider, $"t{i}")), await RateAsync(1, (_, i) => floor.CycleAsync($"t{i}")));
        Ratio(
            "journal appends, 100 a commit", "entries", 100 * await RateAsync(1, (_, i) => AppendAsync(provider, $"a{i}", 100)),
            100 * await RateAsync(1, (_, i) => floor.AppendAsync($"a{i}", 100)));
        await ProofRates.RunAsync(provider, floor, i => AppendAsync(provider, $"p{i}", 2_000));
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    internal static void Ratio(string what, string unit, double ours, double floor) =>
        Line($"{what}: {ours:n0} {unit}/s; plain ADO.NET {floor:n0}/s; plain ÷ ours {floor / ours:n2}");

    internal static async Task<double> SecondsAsync(Func<Task> body)
    {
        var watch = Stopwatch.StartNew();
        await body();
        return watch.Elapsed.TotalSeconds;
    }

    internal static void Line(FormattableString text) => System.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static async Task<double> RateAsync(int clients, Func<int, int, Task> body)
    {
        for (var i = 0; i < 20; i++)
        {
            await body(-1, -1 - i);
        }

        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; watch.Elapsed < s_time; i++)
            {
                await body(client, i);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task ImportAsync(ServiceProvider provider, Subject[] subjects)
    {
        foreach (var batch in subjects.Chunk(20_000))
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync(batch, CancellationToken.None);
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            work.Append(Record(batch[0].Id));
            await work.CommitAsync(CancellationToken.None);
        }
    }

    private static async Task CommandAsync(ServiceProvider provider, string id)
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Subject(id)], CancellationToken.None);
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        work.Append(Record(id));
        await work.CommitAsync(CancellationToken.None);
    }

    private static async Task AppendAsync(ServiceProvider provider, string id, int records)
    {
        await using var scope = provider.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        for (var i = 0; i < records; i++)
        {
            work.Append(Record($"{id}.{i}"));
        }

        await work.CommitAsync(CancellationToken.None);
    }

    private static async Task CycleAsync(ServiceProvider provider, string id)
    {
        var task = new InspectionTask
        {
            Id = id, DrawId = "d-1", SubjectId = "S", ItemCode = "item", Checklist = new("kitchen", 1, new string('0', 64)), AgencyId = "agency",
            OfficerIds = ["o1", "o2"], DueOn = new DateOnly(2026, 12, 31),
        };
        foreach (var state in new TaskState?[] { null, TaskState.Accepted, TaskState.Closed })
        {
            await using var scope = provider.CreateAsyncScope();
            var tasks = scope.ServiceProvider.GetRequiredService<ITaskStore>();
            if (state is { } next)
            {
                task = (await tasks.FindAsync(id, CancellationToken.None))!;
                await tasks.UpdateAsync([task with { State = next, Version = task.Version + 1 }], CancellationToken.None);
            }
            else
            {
                await tasks.AddAsync([task], CancellationToken.None);
            }

            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            work.Append(Record(id));
            await work.CommitAsync(CancellationToken.None);
        }
    }

    private static Subject Subject(string id) => new()
    {
        Id = id, Kind = SubjectKind.SelfEmployed, Name = "餐饮店", DivisionCode = "330782", Categories = ["餐饮"],
    };

    private static JournalRecord Record(string key) => new("subject.registered", key, s_actor, DateTimeOffset.UnixEpoch, "{}");
}
