using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supervision.Rules.Tables;

/// <summary>How one value stands in the text of a pack.</summary>
internal static class ScalarText
{
    public static IReadOnlyList<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                starts.Add(at + 1);
            }
        }

        return starts;
    }

    /// <summary>Length of a value with its quotes; 0 where the text does not hold it on one line as it reads.</summary>
    public static int Length(string text, int start, string value, bool isQuoted)
    {
        if (start >= text.Length)
        {
            return 0;
        }

        if (!isQuoted)
        {
            return value.Length > 0 && text.AsSpan(start).StartsWith(value, StringComparison.Ordinal) ? value.Length : 0;
        }

        var quote = text[start];
        for (var at = start + 1; quote is '"' or '\'' && at < text.Length && text[at] is not '\n'; at++)
        {
            if (text[at] == '\\' && quote == '"')
            {
                at++;
            }
            else if (text[at] == quote && quote == '\'' && at + 1 < text.Length && text[at + 1] == quote)
            {
                at++;
            }
            else if (text[at] == quote)
            {
                return at + 1 - start;
            }
        }

        return 0;
    }

    /// <summary>A value as it can be written in any place: plain where it was and stays a plain word, number or date, else in quotes.</summary>
    public static string Of(string value, bool isQuoted) => !isQuoted && IsPlain(value)
        ? value
        : $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static bool IsPlain(string value) => value.Length > 0 && value != "-" && value != "null"
        && value.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
