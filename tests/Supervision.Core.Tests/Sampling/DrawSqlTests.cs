using System.Text.Json;
using Npgsql;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>The text is right when a real database draws what the program draws.</summary>
public sealed class DrawSqlTests
{
    private static readonly SubjectTable s_whole = new("subjects");

    /// <summary>Runs statements over tables and gives the rows of each as text.</summary>
    private delegate Task<string[][][]> Database(IReadOnlyDictionary<string, FrameRecord[]> tables, params string[] queries);

    [Theory]
    [InlineData("V1")]
    [InlineData("V2")]
    [InlineData("V3")]
    [InlineData("V4")]
    public Task PostgreSql_PublishedVector_DrawsTheSame(string name) =>
        DrawsTheVector(SqlDialect.PostgreSql, InPostgreSql, Vector.Named(name));

    [Theory]
    [InlineData("V1")]
    [InlineData("V2")]
    [InlineData("V4")]
    public Task DuckDb_PublishedVector_DrawsTheSame(string name) =>
        DrawsTheVector(SqlDialect.DuckDb, InDuckDb, Vector.Named(name));

    [Theory]
    [InlineData("V1")]
    [InlineData("V2")]
    [InlineData("V3")]
    [InlineData("V4")]
    public async Task PostgreSql_Pareto_DrawsTheSame(string name)
    {
        var vector = Vector.Named(name);
        var frame = Vector.Build(vector.Records);
        var tables = new Dictionary<string, FrameRecord[]> { ["subjects"] = vector.Records };
        var counted = await InPostgreSql(tables, DrawSql.CountWeights(SqlDialect.PostgreSql, s_whole));
        WeightCount[] weights = [.. counted[0].Select(row => new WeightCount(long.Parse(row[0]), long.Parse(row[1])))];
        var eligible = (int)weights.Sum(row => row.Eligible);

        // From nobody to everybody: between them take-all starts, takes more and more, and takes all.
        int[] sizes = [0, 1, vector.N, eligible / 2, eligible - 1, eligible, eligible + 3];
        var drawn = await InPostgreSql(
            tables, [.. sizes.Select(n => DrawSql.SelectPareto(SqlDialect.PostgreSql, s_whole, weights, n, vector.Kind, vector.Seed()))]);
        foreach (var (n, rows) in sizes.Zip(drawn))
        {
            Assert.Equal(new ParetoMethod(n).Select(frame, new DrawKeys(vector.Kind, vector.Seed())).SelectedIds, rows.Select(row => row[0]));
        }
    }

    [Fact]
    public void Pareto_WhereNumbersAreTooShort_IsRefused() => Assert.StartsWith(
        "SUP4306",
        Assert.Throws<ArgumentException>(() => DrawSql.SelectPareto(SqlDialect.DuckDb, s_whole, [new(1, 10)], 3, HashKind.Sha256, default)).Message,
        StringComparison.Ordinal);

    [Fact]
    public Task PostgreSql_NamesFullOfQuotes_AreTextAndNothingElse() => DrawsOddNames(SqlDialect.PostgreSql, InPostgreSql);

    [Fact]
    public Task DuckDb_NamesFullOfQuotes_AreTextAndNothingElse() => DrawsOddNames(SqlDialect.DuckDb, InDuckDb);

    // No server of these here: their text is kept as it is, so that a change is seen and read.
    [Theory]
    [InlineData(SqlDialect.ClickHouse, "lower(hex(SHA256(concat(unhex('", "s.\"id\"", "unhex('487c61')")]
    [InlineData(SqlDialect.Spark, "sha2(concat(unhex('", "cast(s.`id` as binary)), 256)", "decode(unhex('487c61'), 'UTF-8')")]
    public void OtherDatabases_SayTheSameInTheirWords(SqlDialect dialect, string hash, string id, string cell)
    {
        var plan = ShardedDraw.Plan([new("H|a", 100)], new([new(50_000, "H")]), 0, HashKind.Sha256, default);
        var text = DrawSql.SelectTierSrs(dialect, s_whole, plan);
        Assert.Contains(hash + plan.DrawKey, text, StringComparison.Ordinal);
        Assert.Contains(id, text, StringComparison.Ordinal);
        Assert.Contains($"select {cell} as cell, 5 as drawn, '4d", text, StringComparison.Ordinal);
        Assert.Contains("row_number() over (partition by cell order by ticket, id)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SqlDialect.DuckDb)]
    [InlineData(SqlDialect.ClickHouse)]
    [InlineData(SqlDialect.Spark)]
    public void Select_Sm3WhereThereIsNone_IsRefused(SqlDialect dialect)
    {
        var plan = ShardedDraw.Plan([new("H|a", 100)], new([new(50_000, "H")]), 0, HashKind.Sm3, default);
        Assert.StartsWith("SUP4304", Assert.Throws<ArgumentException>(() => DrawSql.SelectTierSrs(dialect, s_whole, plan)).Message, StringComparison.Ordinal);
        Assert.StartsWith("SUP4305", Assert.Throws<ArgumentException>(() => DrawSql.SelectTierSrs(dialect, s_whole, plan with { Cells = [] })).Message, StringComparison.Ordinal);
    }

    private static async Task DrawsTheVector(SqlDialect dialect, Database database, Vector vector)
    {
        var expected = vector.Expected.GetProperty("tier_srs");
        var selected = await DrawsAsTheProgram(dialect, database, vector.Records, s_whole, vector.Rates, vector.MinPerCell, vector.Kind, vector.Seed());
        Assert.Equal(Vector.Strings(expected.GetProperty("selected")), selected.TierSrs);
        Assert.Equal(Vector.Strings(vector.Expected.GetProperty("poisson")), selected.Poisson);
    }

    private static async Task DrawsOddNames(SqlDialect dialect, Database database)
    {
        string[] cells = ["H|'); drop table subjects; --", "H|\\", "H|\\'", "H|县\"`", "H|𠀀", "H|ￜ", "M|%s{0}$1"];
        FrameRecord[] records = [.. Enumerable.Range(0, 400).Select(i =>
            new FrameRecord($"S'\\x41\"`;--{i}" + new string('z', i % 40), cells[i % cells.Length], 1, (byte)(i % 13 == 0 ? 2 : 0)))];
        var table = new SubjectTable("odd \"name\"' ;--");
        await DrawsAsTheProgram(
            dialect, database, records, table, new([new(300_000, "H"), new(1_000_000, "M")]), 1, HashKind.Sha256, Hash.Of(HashKind.Sha256, "odd"u8));
    }

    private static async Task<(string[] TierSrs, string[] Poisson)> DrawsAsTheProgram(
        SqlDialect dialect, Database database, FrameRecord[] records, SubjectTable table, DrawRates rates, int min, HashKind kind, Digest seed)
    {
        // One table with everybody, and everybody once more in three shards.
        var frame = Vector.Build(records);
        SubjectTable[] shards = [.. Enumerable.Range(0, 3).Select(shard => table with { Name = [$"{table.Name[0]}{shard}"] })];
        var tables = shards.Select((shard, number) => (shard.Name[0], records.Where((_, i) => i % 3 == number).ToArray()))
            .Append((table.Name[0], records)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        CellCount Counted(string[] row) => new(row[0], int.Parse(row[1]));

        var counts = await database(tables, [.. shards.Append(table).Select(each => DrawSql.Count(dialect, each))]);
        Assert.Equal(ShardedDraw.Count(frame), counts[3].Select(Counted).OrderBy(count => count.Cell, ByteOrder.Instance));
        var plan = ShardedDraw.Plan(counts[..3].SelectMany(rows => rows).Select(Counted), rates, min, kind, seed);

        var results = await database(tables,
        [
            DrawSql.SelectTierSrs(dialect, table, plan),
            DrawSql.SelectTierSrs(dialect, table, plan, withCut: false),
            DrawSql.SelectPoisson(dialect, table, plan.Cells.Select(cell => cell.Cell), rates, kind, seed),
            .. shards.Select(shard => DrawSql.OfferTierSrs(dialect, shard, plan)),
        ]);
        string[] tierSrs = [.. results[0].Select(row => row[0])];
        string[] poisson = [.. results[2].Select(row => row[0])];
        var program = TierSrs.Select(frame, rates, min, kind, seed);
        Assert.Equal(program.SelectedIds, tierSrs);
        Assert.Equal(program.SelectedIds, results[1].Select(row => row[0]));
        Assert.Equal(new PoissonMethod(rates).Select(frame, new DrawKeys(kind, seed)).SelectedIds, poisson);
        var merged = ShardedDraw.Merge(plan, results[3..].SelectMany(rows => rows)
            .Select(row => new ShardTicket(row[0], row[1], Digest.Parse(row[2])))).OrThrow();
        Assert.Equal(program.SelectedIds, merged.SelectedIds);
        Assert.Equal(program.Cells, merged.Cells);
        return (tierSrs, poisson);
    }

    private static async Task<string[][][]> InPostgreSql(IReadOnlyDictionary<string, FrameRecord[]> tables, params string[] queries)
    {
        await using var source = NpgsqlDataSource.Create(PostgresServer.Shared.NewDatabase());
        await using var connection = await source.OpenConnectionAsync();
        await Run("create extension pgcrypto");
        foreach (var (name, records) in tables)
        {
            var quoted = "\"" + name.Replace("\"", "\"\"") + "\"";
            await Run($"create table {quoted} (id text primary key, cell text not null, weight bigint not null, status smallint not null)");
            await using var import = await connection.BeginBinaryImportAsync($"copy {quoted} from stdin (format binary)");
            foreach (var record in records)
            {
                await import.WriteRowAsync(default, record.Id, record.Cell, (long)record.Weight, (short)record.Status);
            }

            await import.CompleteAsync();
        }

        var results = new List<string[][]>();
        foreach (var query in queries)
        {
            await using var command = new NpgsqlCommand(query, connection);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string[]>();
            while (await reader.ReadAsync())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()!)]);
            }

            results.Add([.. rows]);
        }

        return [.. results];

        async Task Run(string text)
        {
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string[][][]> InDuckDb(IReadOnlyDictionary<string, FrameRecord[]> tables, params string[] queries)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
            {
                tables = tables.ToDictionary(
                    table => table.Key,
                    table => table.Value.Select(record => new object[] { record.Id, record.Cell, record.Weight, record.Status })),
                queries,
            }));
            var (exitCode, output) = NodeProgram.Run(SharedData.InRepository("tests", "javascript", "duckdb.mjs"), file);
            const string Absent = "DUCKDB ABSENT: npm install --prefix tests/javascript --no-save @duckdb/node-api";
            if (exitCode == 9 && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            {
                Assert.Skip(Absent);
            }

            Assert.True(exitCode != 9, Absent);
            Assert.True(exitCode == 0, output);
            return JsonSerializer.Deserialize<string[][][]>(output)!;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
