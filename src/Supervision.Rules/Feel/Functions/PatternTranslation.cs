using System.Text;

namespace Supervision.Rules.Feel.Functions;

/// <summary>A pattern of XPath in the words of .NET. What only .NET knows is refused.</summary>
/// <param name="Text">The pattern for .NET.</param>
/// <param name="HasBackReference">Whether it refers to a group, so that it must backtrack.</param>
internal sealed record PatternTranslation(string Text, bool HasBackReference)
{
    private const int MostLetters = 1_000;

    // Copies of a part that a pattern may ask for, taken over all its counts.
    private const int MostCopies = 2_000;

    public static PatternTranslation? TryOf(string pattern, string flags)
    {
        if (pattern.Length > MostLetters)
        {
            return null;
        }

        var source = flags.Contains('x', StringComparison.Ordinal) ? WithoutSpace(pattern) : pattern;
        var dot = flags.Contains('s', StringComparison.Ordinal) ? "." : "[^\\n\\r]";
        var end = flags.Contains('m', StringComparison.Ordinal) ? "$" : "\\z";
        var text = new StringBuilder();
        var groups = 0;
        var open = new Stack<bool>();
        var classes = 0;
        var hasBackReference = false;
        long copies = 1;
        for (var at = 0; at < source.Length; at++)
        {
            var letter = source[at];
            var next = at + 1 < source.Length ? source[at + 1] : '\0';
            if (letter == '\\')
            {
                at++;
                if (char.IsAsciiDigit(next))
                {
                    // Only to a group that is closed, and never inside a class.
                    if (classes > 0 || next == '0' || next - '0' > groups - open.Count(isGroup => isGroup))
                    {
                        return null;
                    }

                    hasBackReference = true;
                    text.Append("(?:\\").Append(next).Append(')');
                    continue;
                }

                if (Escape(next, classes > 0) is not { } escape)
                {
                    return null;
                }

                text.Append(escape);
                if (next is 'p' or 'P')
                {
                    var close = source.IndexOf('}', at);
                    if (close < 0 || at + 1 >= source.Length || source[at + 1] != '{')
                    {
                        return null;
                    }

                    text.Append(source, at + 1, close - at);
                    at = close;
                }
            }
            else if (classes > 0)
            {
                classes += letter == ']' ? -1 : letter == '[' && at > 0 && source[at - 1] == '-' ? 1 : 0;
                text.Append(letter == '[' && !(at > 0 && source[at - 1] == '-') ? "\\[" : letter);
            }
            else
            {
                switch (letter)
                {
                    case '[':
                        classes++;
                        text.Append('[');
                        if (next == '^')
                        {
                            text.Append('^');
                            at++;
                        }

                        break;
                    case '(' when next == '?' && (at + 2 >= source.Length || source[at + 2] != ':'):
                        return null;
                    case '(':
                        open.Push(next != '?');
                        groups += next != '?' ? 1 : 0;
                        text.Append('(');
                        break;
                    case ')':
                        if (!open.TryPop(out _))
                        {
                            return null;
                        }

                        text.Append(')');
                        break;
                    case '.':
                        text.Append(dot);
                        break;
                    case '$':
                        text.Append(end);
                        break;
                    case '{':
                        var close = source.IndexOf('}', at);
                        if (close < 0 || Most(source[(at + 1)..close]) is not { } most || (copies *= Math.Max(1, most)) > MostCopies)
                        {
                            return null;
                        }

                        text.Append(source, at, close - at + 1);
                        at = close;
                        break;
                    case '}' or ']':
                        return null;
                    default:
                        text.Append(letter);
                        break;
                }
            }
        }

        return classes == 0 && open.Count == 0 ? new PatternTranslation(text.ToString(), hasBackReference) : null;
    }

    // The largest count of "3", "3," or "3,5".
    private static int? Most(string count)
    {
        var parts = count.Split(',');
        if (parts.Length > 2 || parts[0].Length is 0 or > 4 || !parts[0].All(char.IsAsciiDigit) || parts[^1].Length > 4 || !parts[^1].All(char.IsAsciiDigit))
        {
            return null;
        }

        var last = parts[^1].Length == 0 ? parts[0] : parts[^1];
        return int.Parse(last, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Escape(char letter, bool inClass) => letter switch
    {
        'n' or 'r' or 't' or '\\' or '|' or '.' or '-' or '^' or '?' or '*' or '+' or '{' or '}' or '(' or ')' or '[' or ']' or '$'
            or 's' or 'S' or 'd' or 'D' or 'w' or 'W' or 'p' or 'P' => "\\" + letter,
        'i' => inClass ? "\\p{L}_:" : "[\\p{L}_:]",
        'I' => inClass ? null : "[^\\p{L}_:]",
        'c' => inClass ? "\\p{L}\\p{N}\\p{M}._:\\-" : "[\\p{L}\\p{N}\\p{M}._:\\-]",
        'C' => inClass ? null : "[^\\p{L}\\p{N}\\p{M}._:\\-]",
        _ => null,
    };

    // Flag x: white space means nothing, but inside a class it does.
    private static string WithoutSpace(string pattern)
    {
        var text = new StringBuilder();
        var classes = 0;
        foreach (var letter in pattern)
        {
            classes += letter switch
            {
                '[' => 1,
                ']' when classes > 0 => -1,
                _ => 0,
            };
            if (classes > 0 || letter is not (' ' or '\t' or '\n' or '\r'))
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }
}
