using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Supervision.Benchmarks.Storage;
using Supervision.DecisionSupport;
using Supervision.Storage;

namespace Supervision.Benchmarks.Indicators;

/// <summary>
/// Each shipped indicator for a year by month, with its ranking by agency and by area, and all of them together as the page asks for them, on a year of a city
/// (<see cref="IndicatorCity"/>). "indicators 1000000 300000" measures SQLite, "indicators 1000000 300000 'Host=…'" the empty PostgreSQL database named. Both print the
/// same hash of all figures, or one of them counts wrongly.
/// </summary>
internal static class IndicatorRates
{
    private const int Repeats = 3;
    private static readonly DateOnly s_from = new(2026, 1, 1);
    private static readonly DateOnly s_to = new(2026, 12, 31);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (subjects, tasks) = (int.Parse(arguments[0], CultureInfo.InvariantCulture), int.Parse(arguments[1], CultureInfo.InvariantCulture));
        var server = arguments.ElementAtOrDefault(2);
        var folder = Directory.CreateTempSubdirectory("supervision-indicators-").FullName;
        var file = Path.Combine(folder, "city.db");
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new NewYear()).AddSupervision();
        await using var provider = (server is null ? services.AddSupervisionSqlite(file) : services.AddSupervisionPostgreSql(server)).BuildServiceProvider();
        await provider.GetRequiredService<SupervisionDatabase>().OpenAsync(CancellationToken.None);
        await using (DbConnection plain = server is null ? new SqliteConnection($"Data Source={file};Pooling=False") : new NpgsqlConnection(server))
        {
            await plain.OpenAsync();
            StorageRates.Line($"filled in {await StorageRates.SecondsAsync(() => new IndicatorCity(subjects, tasks).WriteAsync(plain)):n1} s");
            await using var settle = plain.CreateCommand();
            settle.CommandText = server is null ? "PRAGMA wal_checkpoint(TRUNCATE)" : "ANALYZE";
            await settle.ExecuteNonQueryAsync();
        }

        StorageRates.Line($"{(server is null ? "SQLite" : "PostgreSQL")} {provider.GetRequiredService<SupervisionDatabase>().EngineVersion}, {subjects:n0} subjects, {tasks:n0} tasks");
        foreach (var definition in IndicatorSet.Shipped.All)
        {
            var (total, milliseconds, cpu) = await MedianAsync(provider, [definition.Code]);
            StorageRates.Line($"{definition.Code}: {milliseconds:n0} ms, CPU {cpu:n0} ms; {total[0].Total.Numerator} / {total[0].Total.Denominator}");
        }

        var (all, together, whole) = await MedianAsync(provider, []);
        StorageRates.Line($"all together: {together:n0} ms, CPU {whole:n0} ms; hash of the figures {Hash(all)}");
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    // The processor's time is that of this program: SQLite runs in it, a server does not.
    private static async Task<(IndicatorResult[] Results, double Milliseconds, double Cpu)> MedianAsync(ServiceProvider provider, string[] codes)
    {
        IndicatorResult[] results = [];
        var times = new List<(double Clock, double Cpu)>();
        for (var at = 0; at < Repeats; at++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var clock = 1_000 * await StorageRates.SecondsAsync(async () => results = await ShowAsync(provider, codes));
            times.Add((clock, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds));
        }

        var (median, cpu) = times.Order().ElementAt(Repeats / 2);
        return (results, median, cpu);
    }

    private static async Task<IndicatorResult[]> ShowAsync(ServiceProvider provider, string[] codes)
    {
        await using var scope = provider.CreateAsyncScope();
        var show = scope.ServiceProvider.GetRequiredService<ShowIndicators>();
        return (await show.RunAsync(new IndicatorRequest(s_from, s_to) { Codes = codes }, CancellationToken.None)).OrThrow();
    }

    private static string Hash(IndicatorResult[] results)
    {
        var lines = results.SelectMany(result => result.Series.Select(point => (Key: $"{point.From:yyyy-MM-dd}", point.Value))
            .Concat(result.Agencies.Concat(result.Areas).Select(row => (row.Key, row.Value)))
            .Select(one => FormattableString.Invariant($"{result.Definition.Code} {one.Key} {one.Value.Numerator} {one.Value.Denominator}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
    }

    private sealed class NewYear : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2027, 1, 1, 8, 0, 0, TimeSpan.Zero);
    }
}
