using System.Globalization;

namespace Supervision.Benchmarks.City;

/// <summary>
/// generate city → import → plan → draw → score through the console, and in the same run the two floors that an import is
/// compared with: a plain read of the same file and a plain insert of the same rows.
/// </summary>
internal static class CityRun
{
    public static int Run(string[] args)
    {
        if (args is not [var console, .. var rest])
        {
            System.Console.Error.WriteLine("usage: city PATH-TO-supervision.dll [SUBJECTS]");
            return 2;
        }

        var subjects = rest is [var count, ..] ? count : "1030000";
        var folder = Directory.CreateTempSubdirectory("supervision-city-").FullName;
        try
        {
            var steps = Steps(new ConsoleProcess(console, folder), subjects);
            var rows = long.Parse(subjects, CultureInfo.InvariantCulture);
            var file = Path.Combine(folder, "city", "subjects.csv");
            steps.Add(Floors.Read(file));
            steps.Add(Floors.Insert(file, Path.Combine(folder, "floor.db")));
            Print(steps, rows);
            return steps.TrueForAll(step => step.ExitCode == 0) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Step> Steps(ConsoleProcess console, string subjects)
    {
        var steps = new List<Step>
        {
            console.Run("generate city", "generate", "city", "--out", "city", "--subjects", subjects, "--officers", "5166"),
            console.Run("import items", "import", "items", "city/catalogue.json"),
            console.Run("import officers", "import", "officers", "city/officers.csv"),
            console.Run("import subjects", "import", "subjects", "city/subjects.csv"),
            console.Run("import subjects again", "import", "subjects", "city/subjects.csv"),
            console.Run("plan --share 3", "plan", "city-2026", "--item", CityItem.Code(console.Folder), "--division", "999900", "--share", "3"),
            console.Run("draw", "draw", "city-2026", "--seed", "bench"),
            console.Run("verify", "verify", "draws/city-2026-1"),
            console.Run("assign", "assign", "city-2026-1", "--seed", "bench"),
            console.Run("score", "score"),
        };
        return steps;
    }

    private static void Print(List<Step> steps, long rows)
    {
        var import = steps.Find(step => step.Name == "import subjects")!;
        System.Console.WriteLine("| step | seconds | subjects/s | peak memory, MB | exit |");
        System.Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var step in steps)
        {
            System.Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {step.Name} | {step.Seconds:0.0} | {rows / step.Seconds:#,0} | {step.PeakMegabytes} | {step.ExitCode} |"));
        }

        foreach (var floor in steps.Where(step => step.Name.StartsWith("floor", StringComparison.Ordinal)))
        {
            System.Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"import subjects ÷ {floor.Name}: {import.Seconds / floor.Seconds:0.0}"));
        }
    }
}
