using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Storage;

/// <summary>The gate that every text passes on its way into a row or the journal, on either engine.</summary>
internal static class TextGate
{
    /// <summary>
    /// The text as it came. SUP6119, thrown: it holds an identity number in clear. SUP9121, thrown: it holds the character NUL or half a
    /// surrogate pair, which one engine refuses and the other keeps as something else.
    /// </summary>
    /// <param name="text">Text, or null.</param>
    /// <param name="where">Where it was to go, for the message.</param>
    public static string? Pass(string? text, string where) =>
        text is null ? null
        : ResidentId.IsIn(text) ? throw new RefusedException(Refusal.Of("SUP6119", where))
        : !IsStorable(text) ? throw new RefusedException(Refusal.Of("SUP9121", where))
        : text;

    private static bool IsStorable(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }

        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
        }

        return true;
    }
}
