using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Supervision.Audit;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Storage;

namespace Supervision.Benchmarks.Storage;

/// <summary>
/// What durability costs: commands a second with one and with 32 clients, and appends to the journal, beside the same database driven by
/// plain ADO.NET with the bare minimum: one row and one row that tells of it, in one transaction, no check, no Merkle tree.
/// "storage" measures SQLite in a folder of its own; "storage 'Host=…'" the empty PostgreSQL database named.
/// </summary>
internal static class StorageRates
{
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
        foreach (var clients in new[] { 1, 32 })
        {
            var ours = await RateAsync(clients, (client, i) => CommandAsync(provider, $"{clients}.{client}.{i}"));
            var floor = server is null ? SqliteFloor(Path.Combine(folder, $"floor{clients}.db"), clients) : await PostgresFloorAsync(server, clients);
            Line($"durable commands, {clients} clients: {ours:n0}/s; plain ADO.NET {floor:n0}/s; ratio {floor / ours:n2}");
        }

        var appended = await RateAsync(1, (_, i) => AppendAsync(provider, $"a{i}", 100));
        Line($"journal appends, 100 a commit: {appended * 100:n0}/s");
        var steps = await RateAsync(1, (_, i) => CycleAsync(provider, $"t{i}"));
        Line($"task states, three durable commits each (added, accepted, closed): {steps:n0} tasks/s");
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Line(FormattableString text) => System.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

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

    private static double SqliteFloor(string path, int clients)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE s (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE j (n INTEGER PRIMARY KEY, key TEXT, payload TEXT)");
        var watch = Stopwatch.StartNew();
        var done = 0;
        Parallel.For(0, clients, new ParallelOptions { MaxDegreeOfParallelism = clients }, client =>
        {
            for (var i = 0; watch.Elapsed < s_time; i++)
            {
                lock (connection)
                {
                    Execute(connection, $"BEGIN IMMEDIATE; INSERT INTO s VALUES ('{client}.{i}', 'n'); INSERT INTO j (key, payload) VALUES ('{client}.{i}', '{{}}'); COMMIT");
                }

                Interlocked.Increment(ref done);
            }
        });
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> PostgresFloorAsync(string server, int clients)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using (var made = source.CreateCommand(
            "CREATE SCHEMA IF NOT EXISTS floor; CREATE TABLE IF NOT EXISTS floor.s (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE IF NOT EXISTS floor.j (n BIGSERIAL PRIMARY KEY, key TEXT, payload TEXT); TRUNCATE floor.s, floor.j"))
        {
            await made.ExecuteNonQueryAsync();
        }

        return await RateAsync(clients, async (client, i) =>
        {
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO floor.s VALUES ($1, 'n')") { Parameters = { new() { Value = $"{client}.{i}" } } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO floor.j (key, payload) VALUES ($1, '{}')") { Parameters = { new() { Value = $"{client}.{i}" } } });
            await batch.ExecuteNonQueryAsync();
        });
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Subject Subject(string id) => new()
    {
        Id = id, Kind = SubjectKind.SelfEmployed, Name = "餐饮店", DivisionCode = "330782", Categories = ["餐饮"],
    };

    private static JournalRecord Record(string key) => new("subject.registered", key, s_actor, DateTimeOffset.UnixEpoch, "{}");
}
