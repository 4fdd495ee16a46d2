using System.Globalization;
using Npgsql;

namespace Supervision.Benchmarks.City;

/// <summary>
/// The same city ever larger: import, draw with its frame and root, and what the database takes. "growth PATH-TO-supervision.dll [SERVER] SIZE…":
/// a SQLite file for each size, or the schema "growth" of the PostgreSQL database named, emptied first.
/// </summary>
internal static class GrowthRun
{
    public static int Run(string[] args)
    {
        if (args is not [var console, .. var rest])
        {
            System.Console.Error.WriteLine("usage: growth PATH-TO-supervision.dll [HOST=…] [SUBJECTS …]");
            return 2;
        }

        var server = rest.FirstOrDefault(argument => argument.Contains('=', StringComparison.Ordinal));
        string[] sizes = [.. rest.Where(argument => argument != server)];
        System.Console.WriteLine("| subjects | import, s | a second | again, s | plan, s | draw, s | verify, s | database, MB | bytes a subject | peak of import and draw, MB |");
        System.Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        return sizes.DefaultIfEmpty("10000").All(size => Line(console, server, size)) ? 0 : 1;
    }

    private static bool Line(string console, string? server, string size)
    {
        var folder = Directory.CreateTempSubdirectory("supervision-growth-").FullName;
        try
        {
            var run = new ConsoleProcess(console, folder);
            var database = server is null ? Path.Combine(folder, "growth.db") : EmptySchema(server);
            run.Run("generate", "generate", "city", "--out", "city", "--subjects", size, "--officers", "100");
            run.Run("items", "import", "items", "city/catalogue.json", "--db", database);
            var import = run.Run("import", "import", "subjects", "city/subjects.csv", "--db", database);
            var again = run.Run("again", "import", "subjects", "city/subjects.csv", "--db", database);
            var plan = run.Run("plan", "plan", "city-2026", "--item", CityItem.Code(folder), "--division", "999900", "--share", "3", "--db", database);
            var draw = run.Run("draw", "draw", "city-2026", "--seed", "bench", "--db", database);
            var verify = run.Run("verify", "verify", "draws/city-2026-1");
            var (subjects, bytes) = (double.Parse(size, CultureInfo.InvariantCulture), server is null ? new FileInfo(database).Length : SizeOfSchema(server));
            System.Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {subjects:n0} | {import.Seconds:n1} | {subjects / import.Seconds:n0} | {again.Seconds:n1} | {plan.Seconds:n1} | {draw.Seconds:n1} | {verify.Seconds:n1} | {bytes / 1e6:n0} | {bytes / subjects:n0} | {import.PeakMegabytes} / {draw.PeakMegabytes} |"));
            return new[] { import, again, plan, draw, verify }.All(step => step.ExitCode == 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string EmptySchema(string server)
    {
        using var source = NpgsqlDataSource.Create(server);
        using var empty = source.CreateCommand("DROP SCHEMA IF EXISTS growth CASCADE; CREATE SCHEMA growth");
        empty.ExecuteNonQuery();
        return server + ";Search Path=growth";
    }

    private static long SizeOfSchema(string server)
    {
        using var source = NpgsqlDataSource.Create(server);
        using var size = source.CreateCommand("SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'growth' AND c.relkind = 'r'");
        return (long)size.ExecuteScalar()!;
    }
}
