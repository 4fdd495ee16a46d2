using System.Buffers;
using System.Globalization;
using System.Text;
using Supervision.Decisions;

namespace Supervision.Hosting.Import;

/// <summary>What no text of a registry may hold, and the one form in which text is kept.</summary>
internal static class TextRules
{
    private const char Replacement = '\uFFFD';

    // Control characters break terminals, logs and CSV; bidi characters make a text look other than it is.
    private static readonly SearchValues<char> s_bad = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21))
            .Concat([0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, Replacement])
            .Select(code => (char)code)]);

    /// <summary>Null, or SUP1049 (undecodable bytes), SUP1047 (control character), SUP1048 (bidi character), SUP1046 (too long).</summary>
    public static (Refusal Refusal, string Remedy)? Judge(string text, int maxLength)
    {
        var at = text.AsSpan().IndexOfAny(s_bad);
        if (at >= 0)
        {
            var character = text[at];
            var name = "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture);
            var place = (at + 1).ToString(CultureInfo.InvariantCulture);
            return character == Replacement ? (Refusal.Of("SUP1049", place), "import.remedy.encoding")
                : char.IsControl(character) ? (Refusal.Of("SUP1047", name, place), "import.remedy.clean")
                : (Refusal.Of("SUP1048", name, place), "import.remedy.clean");
        }

        return text.Length <= maxLength ? null
            : (Refusal.Of("SUP1046", text.Length.ToString(CultureInfo.InvariantCulture), maxLength.ToString(CultureInfo.InvariantCulture)), "import.remedy.shorten");
    }

    /// <summary>Unicode normal form C: the same name typed on two machines is the same name.</summary>
    public static string Normalise(string text)
    {
        foreach (var c in text)
        {
            // Below U+0300 and among the unified ideographs nothing composes, and that is nearly every name.
            if (c >= 0x300 && c is not (>= '\u3400' and <= '\u9FFF'))
            {
                return text.Normalize(NormalizationForm.FormC);
            }
        }

        return text;
    }
}
