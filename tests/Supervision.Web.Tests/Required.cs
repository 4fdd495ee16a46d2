namespace Supervision.Web.Tests;

/// <summary>What a browser test needs from the machine. Without it a test is skipped, except in CI, where that is a failure.</summary>
internal static class Required
{
    public static string Chromium => Find(
        "CHROMIUM ABSENT: install Debian's package chromium, or name the program in SUPERVISION_CHROMIUM.",
        Environment.GetEnvironmentVariable("SUPERVISION_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser");

    public static string Axe => Find(
        "AXE-CORE ABSENT: run npm ci in tests/Supervision.Web.Tests/axe.",
        InTests("axe", "node_modules", "axe-core", "axe.min.js"));

    public static string Node => Find("NODE ABSENT: install node to build the phone's scripts anew.", "/usr/bin/node", "/usr/local/bin/node");

    /// <summary>What the guides of the API are typed with.</summary>
    public static IReadOnlyList<string> CurlAndJq =>
    [
        Find("CURL ABSENT: install Debian's package curl.", "/usr/bin/curl", "/usr/local/bin/curl"),
        Find("JQ ABSENT: install Debian's package jq.", "/usr/bin/jq", "/usr/local/bin/jq"),
    ];

    /// <summary>The sources of the phone, with what builds them.</summary>
    public static string WebSources
    {
        get
        {
            Find("ESBUILD ABSENT: run npm ci in web.", Path.Combine(Root, "web", "node_modules", "esbuild", "package.json"));
            return Path.Combine(Root, "web");
        }
    }

    /// <summary>The repository.</summary>
    public static string Root => Path.GetFullPath(InTests("..", ".."));

    private static string InTests(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Supervision.Web.Tests.csproj")))
            {
                return Path.Combine([folder.FullName, .. parts]);
            }
        }

        return Path.Combine(parts);
    }

    private static string Find(string absent, params string?[] paths)
    {
        if (Array.Find(paths, File.Exists) is { } path)
        {
            return path;
        }

        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Fail(absent);
        }

        Assert.Skip(absent);
        return absent;
    }
}
