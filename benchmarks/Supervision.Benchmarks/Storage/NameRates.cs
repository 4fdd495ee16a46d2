using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Supervision.Registry;
using Supervision.Storage;

namespace Supervision.Benchmarks.Storage;

/// <summary>
/// Subjects by a part of their name in a register that is made up, first page of fifty: what the store does by its index, beside the statement that goes through the
/// register in order; and the import with and without that index. "names 1000000" measures SQLite, "names 1000000 'Host=…'" the empty PostgreSQL database named.
/// </summary>
internal static class NameRates
{
    private const int Repeats = 7;
    private const string Brands = "鑫源泰和顺兴隆盛达丰华美佳安康宏伟金银玉石江河湖海春夏秋冬东南西北中天地人日月星辰云雨雷电花草树木龙凤虎马牛羊鱼鸟福禄寿喜";
    private static readonly string[] s_places = ["义乌市", "浦江县", "磐安县", "金华市婺城区", "兰溪市", "东阳市"];
    private static readonly string[] s_trades = ["餐饮管理有限公司", "小吃店", "面馆", "理发店", "贸易有限公司", "印刷厂", "五金商行", "药房", "幼儿园", "水果店"];
    private static readonly string[] s_texts = ["有限公司", "面馆", "龙", "𠮷", "鑫源面馆", "凤虎鑫", "没有这个名字"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var size = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var server = arguments.ElementAtOrDefault(1);
        var folder = Directory.CreateTempSubdirectory("supervision-names-").FullName;
        var file = Path.Combine(folder, "names.db");
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSupervision();
        await using var provider = (server is null ? services.AddSupervisionSqlite(file) : services.AddSupervisionPostgreSql(server)).BuildServiceProvider();
        await provider.GetRequiredService<SupervisionDatabase>().OpenAsync(CancellationToken.None);
        await using DbConnection plain = server is null ? new SqliteConnection($"Data Source={file};Pooling=False") : new NpgsqlConnection(server);
        await plain.OpenAsync();
        var subjects = Register(size);
        await ImportAsync(provider, subjects[..1_000]);
        var indexed = await CpuAsync(() => ImportAsync(provider, subjects));
        await RunAsync(plain, server is null ? "PRAGMA wal_checkpoint(TRUNCATE)" : "ANALYZE subjects");
        StorageRates.Line($"{(server is null ? "SQLite" : "PostgreSQL")}, {size:n0} subjects");
        foreach (var text in s_texts)
        {
            var (found, byStore) = await MedianAsync(() => SearchAsync(provider, text));
            var (inOrder, byScan) = await MedianAsync(() => ScanAsync(plain, text));
            if (found != inOrder)
            {
                throw new InvalidOperationException($"{text}: the store finds {found}, the register has {inOrder}.");
            }

            StorageRates.Line($"{text}: {found} rows; by the index {byStore:n2} ms, in order {byScan:n2} ms");
        }

        await RunAsync(plain, server is null ? "DROP TRIGGER subjects_named; DELETE FROM subjects" : "DROP INDEX ix_subjects_name; TRUNCATE subjects");
        var bare = await CpuAsync(() => ImportAsync(provider, subjects));
        StorageRates.Line($"import with the index: CPU {indexed.Cpu:n1} s, {indexed.Clock:n1} s by the clock; without: {bare.Cpu:n1} s, {bare.Clock:n1} s");
        await plain.CloseAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static Subject[] Register(int size)
    {
        var chance = new Random(20261126);
        return
        [
            .. Enumerable.Range(0, size).Select(at => new Subject
            {
                Id = $"92{at:d16}", Kind = SubjectKind.Enterprise, DivisionCode = "330782",
                Name = s_places[chance.Next(s_places.Length)] + Brands[chance.Next(Brands.Length)] + Brands[chance.Next(Brands.Length)] + Brands[chance.Next(Brands.Length)]
                    + (at == size / 2 ? "𠮷" : "") + s_trades[chance.Next(s_trades.Length)],
            }),
        ];
    }

    private static async Task ImportAsync(ServiceProvider provider, Subject[] subjects)
    {
        foreach (var batch in subjects.Chunk(20_000))
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync(batch, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<Audit.IUnitOfWork>().CommitAsync(CancellationToken.None);
        }
    }

    private static async Task<int> SearchAsync(ServiceProvider provider, string text)
    {
        await using var scope = provider.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SearchAsync(new SubjectQuery { Text = text }, CancellationToken.None)).Count;
    }

    // What the store did before.
    private static async Task<int> ScanAsync(DbConnection plain, string text)
    {
        await using var command = plain.CreateCommand();
        command.CommandText = plain is NpgsqlConnection
            ? "SELECT * FROM subjects WHERE strpos(name, @t) > 0 OR starts_with(id, @t) ORDER BY id LIMIT 50"
            : "SELECT * FROM subjects WHERE instr(name, @t) > 0 OR substr(id, 1, length(@t)) = @t ORDER BY id LIMIT 50";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@t", text);
        command.Parameters.Add(parameter);
        var rows = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows++;
        }

        return rows;
    }

    private static async Task<(double Cpu, double Clock)> CpuAsync(Func<Task> body)
    {
        var before = Environment.CpuUsage.TotalTime;
        var clock = await StorageRates.SecondsAsync(body);
        return ((Environment.CpuUsage.TotalTime - before).TotalSeconds, clock);
    }

    private static async Task<(int Rows, double Milliseconds)> MedianAsync(Func<Task<int>> body)
    {
        var rows = await body();
        var times = new List<double>();
        for (var at = 0; at < Repeats; at++)
        {
            times.Add(1_000 * await StorageRates.SecondsAsync(body));
        }

        return (rows, times.Order().ElementAt(Repeats / 2));
    }

    private static async Task RunAsync(DbConnection plain, string sql)
    {
        await using var command = plain.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
