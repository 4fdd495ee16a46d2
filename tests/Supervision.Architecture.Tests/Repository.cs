using System.Xml.Linq;

namespace Supervision.Architecture.Tests;

/// <summary>The working tree that these tests look at: the folder of Supervision.sln above the test assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Whether the run shall rewrite approved files instead of comparing with them.</summary>
    public static bool Approves => Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1";

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathTo(parts));

    public static XDocument Project(params string[] parts) => XDocument.Load(PathTo(parts));

    /// <summary>Source files below src/, without what a build left there; in ordinal order.</summary>
    public static IReadOnlyList<string> Sources(string pattern, string below = "src") =>
    [
        .. Directory.EnumerateFiles(PathTo(below), pattern, SearchOption.AllDirectories)
            .Where(path => !IsBuilt(path))
            .Order(StringComparer.Ordinal),
    ];

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsBuilt(string path) =>
        Relative(path).Split('/').Any(part => part is "bin" or "obj");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Supervision.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Supervision.sln is not above the test assembly.");
    }
}
