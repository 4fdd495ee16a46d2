using System.Text;
using System.Text.RegularExpressions;

namespace Supervision.Hosts.Tests.Support;

/// <summary>Reads the commands that a page of docs/ tells its reader to type.</summary>
internal static partial class GuideText
{
    /// <summary>The lines of the shell blocks of a page, in order, each joined where it goes on.</summary>
    public static IEnumerable<string> Lines(string page) =>
        from block in Block().Matches(page.ReplaceLineEndings("\n"))
        from line in Continued().Replace(block.Groups["code"].Value, " ").Split('\n')
        where line.Length > 0
        select line;

    /// <summary>The commands of the shell blocks of a page, in order.</summary>
    public static IEnumerable<string> Commands(string page) =>
        from line in Lines(page)
        from one in line.Split([" && ", " | ", "; "], StringSplitOptions.TrimEntries)
        let command = Through().Replace(one, "supervision ")
        where command.StartsWith("supervision ", StringComparison.Ordinal)
        select command;

    /// <summary>The commands that the sentences of a page name, in `…`; what they leave out is left out.</summary>
    public static IEnumerable<string> Named(string page) =>
        from span in Span().Matches(Fenced().Replace(page.ReplaceLineEndings("\n"), ""))
        select span.Groups["command"].Value.Split(" | ")[0];

    /// <summary>The words of a line as a shell takes them: quotes hold blanks together, a word that begins with a hash or an arrow ends the command.</summary>
    public static List<string> Words(string line)
    {
        var words = new List<string>();
        foreach (var part in Word().Matches(line).Select(match => match.Value))
        {
            if (part[0] is '#' or '>' or '<')
            {
                break;
            }

            words.Add(new StringBuilder(part).Replace("\"", "").ToString());
        }

        return words;
    }

    [GeneratedRegex(@"^```bash\n(?<code>(?:.*\n)*?)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^```(?:.*\n)*?```$", RegexOptions.Multiline)]
    private static partial Regex Fenced();

    // "supervision NOUN VERB" is the form of a command, no command.
    [GeneratedRegex("`(?<command>supervision [a-z][^`]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();

    [GeneratedRegex(@"\s*\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex("^dotnet run --project src/Hosts/Supervision.Console( -c Release)? -- ")]
    private static partial Regex Through();

    [GeneratedRegex("""(?:"[^"]*"|\S)+""")]
    private static partial Regex Word();
}
