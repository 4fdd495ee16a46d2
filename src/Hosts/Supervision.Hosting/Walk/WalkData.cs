using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Hosting.Import;

namespace Supervision.Hosting.Walk;

/// <summary>The sample data inside the program, so that a first walk needs no other input. README.md beside it says what is in it.</summary>
internal static class WalkData
{
    /// <summary>A restaurant in Yiwu for the example of two faults and 4 points.</summary>
    public const string NoodleShop = "92999999MA0NDL014U";

    /// <summary>A training centre in Yiwu for the example of five faults and 33 points.</summary>
    public const string TrainingCentre = "91999999MA0TRA1N23";

    /// <summary>A packaging printer in Yiwu for the example of a broken promise.</summary>
    public const string PackagingPrinter = "91999999MA0PR1NT3Q";

    /// <summary>The promise of the packaging printer.</summary>
    public const string Promise = "C-2026-1";

    /// <summary>The application of the packaging printer.</summary>
    public static CommitmentApplication Application() => new(
        Promise, "printing-licence", PackagingPrinter, "330782",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = "义乌市示例街3号" });

    /// <summary>A sample file: "catalogue.json", "officers.csv" or "subjects.csv".</summary>
    public static Stream Open(string name) =>
        typeof(WalkData).Assembly.GetManifestResourceStream($"Walk/{name}")
        ?? throw new InvalidOperationException($"SUP9999: the sample file '{name}' is not in the program.");

    public static CatalogFile Catalogue()
    {
        using var stream = Open("catalogue.json");
        return JsonFile.Read("Walk/catalogue.json", stream, ImportJson.Default.CatalogFile);
    }

    /// <summary>Puts a sample file into a folder, for the commands that read files.</summary>
    public static string CopyTo(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        using var source = Open(name);
        using var target = File.Create(path);
        source.CopyTo(target);
        return path;
    }
}
