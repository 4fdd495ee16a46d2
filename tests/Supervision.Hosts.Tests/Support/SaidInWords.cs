using System.Text.RegularExpressions;

namespace Supervision.Hosts.Tests.Support;

/// <summary>Whoever reads Chinese sees no value of an enumeration by its identifier, in no table, line or message of any command.</summary>
internal static partial class SaidInWords
{
    // Every name of the enumerations that have words, and of any other those that no English sentence has: "OnSite". Classes A to D are the field's own.
    private static readonly HashSet<string> s_identifiers =
    [
        .. Vocabulary.Places.Keys.SelectMany(Enum.GetNames).Where(name => name.Length > 3),
        .. typeof(Cases.PenaltyCase).Assembly.GetExportedTypes().Where(type => type.IsEnum).SelectMany(Enum.GetNames).Where(name => name.Skip(1).Any(char.IsAsciiLetterUpper)),
    ];

    /// <summary>Holds what the last command wrote, if it was asked in Chinese; JSON keeps identifiers.</summary>
    public static void Hold(ConsoleRun console, string command)
    {
        if (console.Variables["LANG"].StartsWith("zh", StringComparison.Ordinal))
        {
            Assert.Equal((command, ""), (command, string.Join(", ", Found(console.Out).Concat(Found(console.Error)))));
        }
    }

    public static IReadOnlyList<string> Found(string text) =>
        text.StartsWith('{') ? [] : [.. Word().Matches(text).Select(match => match.Value).Where(s_identifiers.Contains).Distinct(StringComparer.Ordinal)];

    // A word that stands alone: not a part of a number, a path, an address or an option.
    [GeneratedRegex(@"(?<![\w./:@-])[A-Z][A-Za-z]+(?![\w/:@-])")]
    private static partial Regex Word();
}
