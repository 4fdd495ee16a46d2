namespace Supervision.Documents.Tests;

/// <summary>
/// A Chinese font for the tests: SUPERVISION_FONTS, else where Debian's fonts-wqy-zenhei puts it. Without one a test is skipped,
/// except in CI, where that is a failure.
/// </summary>
internal static class Fonts
{
    private static readonly Lazy<FontSet> s_shared = new(() => FontSet.Load([Path()]).OrThrow());

    public static FontSet Shared => s_shared.Value;

    public static string Path()
    {
        var path = Environment.GetEnvironmentVariable("SUPERVISION_FONTS") ?? "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc";
        if (!File.Exists(path))
        {
            Tool.Absent($"CHINESE FONT ABSENT: {path}; install the package fonts-wqy-zenhei, or set SUPERVISION_FONTS.");
        }

        return path;
    }
}
