using System.Globalization;

namespace Supervision.Console.Shell;

/// <summary>Which language a run speaks. Looked up before parsing, because the help is built in it.</summary>
internal static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    public static CultureInfo Choose(IReadOnlyList<string> args, Func<string, string?> variable) =>
        CultureInfo.GetCultureInfo(Asked(args) ?? OfLocale(variable));

    private static string? Asked(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i]["--lang=".Length..]
                : null;
            if (value is Chinese or English)
            {
                return value;
            }
        }

        return null;
    }

    // POSIX precedence: LC_ALL overrules LC_MESSAGES, which overrules LANG.
    private static string OfLocale(Func<string, string?> variable)
    {
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (variable(name) is { Length: > 0 } locale)
            {
                return locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
            }
        }

        return English;
    }
}
