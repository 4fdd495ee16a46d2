using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Supervision.Rules.Feel.Functions;

/// <summary>
/// A regular expression of XPath, as the standard demands. Runs without backtracking, in time linear in the text. A pattern with
/// back-references cannot: strict mode refuses it, standard mode runs it on short texts only.
/// </summary>
internal sealed class FeelPattern
{
    private const int MostKept = 256;
    private const int MostLettersToBacktrack = 200;

    private static readonly ConcurrentDictionary<(string, string), FeelPattern?> s_known = new();

    private readonly Regex _regex;
    private readonly bool _backtracks;

    private FeelPattern(Regex regex, bool backtracks)
    {
        _regex = regex;
        _backtracks = backtracks;
    }

    /// <summary>Null when the pattern or a flag is wrong.</summary>
    public static FeelPattern? TryGet(string pattern, string flags, FeelMode mode)
    {
        if (!s_known.TryGetValue((pattern, flags), out var known))
        {
            known = TryMake(pattern, flags);
            if (s_known.Count >= MostKept)
            {
                s_known.Clear();
            }

            s_known[(pattern, flags)] = known;
        }

        return known is { _backtracks: true } && mode == FeelMode.Strict ? null : known;
    }

    public bool? IsMatch(string text) => Guarded(text, () => _regex.IsMatch(text), out var truth) ? truth : null;

    public IReadOnlyList<string>? Split(string text)
    {
        var parts = new List<string>();
        var isDone = Guarded(text, () =>
        {
            var from = 0;
            foreach (Match match in _regex.Matches(text))
            {
                if (match.Length > 0)
                {
                    parts.Add(text[from..match.Index]);
                    from = match.Index + match.Length;
                }
            }

            parts.Add(text[from..]);
            return true;
        }, out _);
        return isDone ? parts : null;
    }

    /// <summary>With $1 to $9 for groups, \$ and \\ for themselves; null when the replacement is wrong, or the pattern matches nothing at all.</summary>
    public string? Replace(string text, string replacement, Action<int> charge)
    {
        if (!IsReplacement(replacement))
        {
            return null;
        }

        var made = new StringBuilder();
        var isDone = Guarded(text, () =>
        {
            var from = 0;
            foreach (Match match in _regex.Matches(text))
            {
                charge(match.Index - from + replacement.Length);
                made.Append(text, from, match.Index - from);
                Fill(made, match, replacement, charge);
                from = match.Index + match.Length;
            }

            charge(text.Length - from);
            made.Append(text, from, text.Length - from);
            return true;
        }, out _);
        return isDone ? made.ToString() : null;
    }

    private bool Guarded(string text, Func<bool> work, out bool result)
    {
        result = false;
        if (_backtracks && text.Length > MostLettersToBacktrack)
        {
            return false;
        }

        try
        {
            result = work();
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool IsReplacement(string replacement)
    {
        for (var at = 0; at < replacement.Length; at++)
        {
            var next = at + 1 < replacement.Length ? replacement[at + 1] : '\0';
            if ((replacement[at] == '$' && !char.IsAsciiDigit(next)) || (replacement[at] == '\\' && next is not ('$' or '\\')))
            {
                return false;
            }

            at += replacement[at] is '\\' or '$' ? 1 : 0;
        }

        return true;
    }

    private static void Fill(StringBuilder made, Match match, string replacement, Action<int> charge)
    {
        for (var at = 0; at < replacement.Length; at++)
        {
            switch (replacement[at])
            {
                case '\\':
                    made.Append(replacement[++at]);
                    break;
                case '$':
                    var group = match.Groups[replacement[++at] - '0'].Value;
                    charge(group.Length);
                    made.Append(group);
                    break;
                default:
                    made.Append(replacement[at]);
                    break;
            }
        }
    }

    private static FeelPattern? TryMake(string pattern, string flags)
    {
        var translated = flags.Contains('q', StringComparison.Ordinal)
            ? new PatternTranslation(Regex.Escape(pattern), false)
            : PatternTranslation.TryOf(pattern, flags);
        if (translated is null || !flags.All(flag => "smixq".Contains(flag, StringComparison.Ordinal)))
        {
            return null;
        }

        var options = RegexOptions.CultureInvariant
            | (flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None)
            | (flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : RegexOptions.None)
            | (flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : RegexOptions.None)
            | (translated.HasBackReference ? RegexOptions.None : RegexOptions.NonBacktracking);
        try
        {
            return new FeelPattern(new Regex(translated.Text, options, TimeSpan.FromSeconds(1)), translated.HasBackReference);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
