using System.Text.Json;

namespace Supervision.Tests;

/// <summary>
/// Finds the shared folder with published vectors and real data: SUPERVISION_SHARED, or "shared" beside the folder of
/// Supervision.sln. Without it a test is skipped, except in CI, where its absence is a failure.
/// </summary>
internal static class SharedData
{
    public static string PathTo(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("SUPERVISION_SHARED") ?? BesideTheSolution();
        var path = root is null ? null : Path.Combine([root, .. parts]);
        if (path is not null && Path.Exists(path))
        {
            return path;
        }

        var text = $"SHARED DATA ABSENT: {Path.Combine(parts)}; set SUPERVISION_SHARED to the folder that holds it.";
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Fail(text);
        }

        Assert.Skip(text);
        return text;
    }

    public static JsonElement Json(params string[] parts)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathTo(parts)));
        return document.RootElement.Clone();
    }

    /// <summary>A path below the folder of Supervision.sln.</summary>
    public static string InRepository(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Supervision.sln")))
            {
                return Path.Combine([folder.FullName, .. parts]);
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static string? BesideTheSolution()
    {
        var repository = Path.GetDirectoryName(InRepository("Supervision.sln"))!;
        return Path.GetDirectoryName(repository) is { } parent ? Path.Combine(parent, "shared") : null;
    }
}
