using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Supervision.Benchmarks.Sampling;
using Supervision.Hashing;
using Supervision.Sampling;
using Supervision.Storage;

namespace Supervision.Benchmarks.Storage;

/// <summary>
/// Where a draw's time goes on a server: "pushdown HOST=…;Search Path=growth", over the subjects that "growth" left there. The frame has to be
/// streamed for its root in any case; what pushing the selection down would save is the selection alone.
/// </summary>
internal static class PushDownRun
{
    private const string Table = "pushed";

    public static async Task<int> RunAsync(string server)
    {
        await using var provider = new ServiceCollection().AddSingleton(TimeProvider.System).AddSupervision().AddSupervisionPostgreSql(server).BuildServiceProvider();
        await provider.GetRequiredService<SupervisionDatabase>().OpenAsync(CancellationToken.None);
        await using var scope = provider.CreateAsyncScope();
        var draws = scope.ServiceProvider.GetRequiredService<IDrawStore>();
        List<FrameRecord> records = [];
        var stream = await TimeAsync(async () =>
        {
            await foreach (var subject in draws.StreamFrameAsync("999900", [], CancellationToken.None))
            {
                records.Add(new FrameRecord(subject.Id, Cell(records.Count), 1, FrameStatus.Eligible));
            }
        });
        Frame? frame = null;
        var build = await TimeAsync(() => frame = records.Aggregate(new FrameBuilder(), (builder, record) => builder.Add(record)).Build());
        Digest root = default;
        var hash = await TimeAsync(() => root = frame!.Root(HashKind.Sha256));
        TierSrs.Select(frame!, Population.ThreePercent, 0, HashKind.Sha256, Population.Seed, 1);
        IReadOnlyList<string> here = [];
        var select = await TimeAsync(() => here = TierSrs.Select(frame!, Population.ThreePercent, 0, HashKind.Sha256, Population.Seed, 1).SelectedIds);

        await using var source = NpgsqlDataSource.Create(server);
        await FillAsync(source, records);
        var counts = new List<CellCount>();
        var there = new List<string>();
        var pushed = await TimeAsync(async () =>
        {
            await ReadAsync(source, DrawSql.Count(SqlDialect.PostgreSql, new SubjectTable(Table)), row => counts.Add(new CellCount(row.GetString(0), (int)row.GetInt64(1))));
            var plan = ShardedDraw.Plan(counts, Population.ThreePercent, 0, HashKind.Sha256, Population.Seed);
            await ReadAsync(source, DrawSql.SelectTierSrs(SqlDialect.PostgreSql, new SubjectTable(Table), plan), row => there.Add(row.GetString(0)));
        });
        System.Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{records.Count:n0} subjects: stream {stream:n0} ms, frame {build:n0} ms, root {hash:n0} ms, selection here {select:n0} ms, pushed down {pushed:n0} ms; the same {here.Count:n0}: {here.SequenceEqual(there, StringComparer.Ordinal)}; root {root}"));
        return here.SequenceEqual(there, StringComparer.Ordinal) ? 0 : 1;
    }

    private static string Cell(int i) => (i % 20) switch { 0 => "H", <= 5 => "M", _ => "L" };

    private static async Task FillAsync(NpgsqlDataSource source, List<FrameRecord> records)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var made = new NpgsqlCommand($"DROP TABLE IF EXISTS {Table}; CREATE TABLE {Table} (id text PRIMARY KEY, cell text NOT NULL, weight bigint NOT NULL, status smallint NOT NULL)", connection))
        {
            await made.ExecuteNonQueryAsync();
        }

        await using var import = await connection.BeginBinaryImportAsync($"COPY {Table} FROM STDIN (FORMAT BINARY)");
        foreach (var record in records)
        {
            await import.WriteRowAsync(default, record.Id, record.Cell, (long)record.Weight, (short)record.Status);
        }

        await import.CompleteAsync();
    }

    private static async Task ReadAsync(NpgsqlDataSource source, string sql, Action<NpgsqlDataReader> row)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            row(rows);
        }
    }

    private static Task<double> TimeAsync(Action body) => TimeAsync(() =>
    {
        body();
        return Task.CompletedTask;
    });

    private static async Task<double> TimeAsync(Func<Task> body)
    {
        var watch = Stopwatch.StartNew();
        await body();
        return watch.Elapsed.TotalMilliseconds;
    }
}
