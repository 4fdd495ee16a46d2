using System.Globalization;
using System.Text;

namespace Supervision.Sampling;

/// <summary>The few rules for text that enters a hash.</summary>
internal static class Texts
{
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>1 to 64 bytes 0x21–0x7E.</summary>
    public static bool IsId(string? id) => id is { Length: >= 1 and <= 64 } && !id.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>The length in UTF-8 bytes, or -1 when the text holds half a surrogate pair.</summary>
    public static int Utf8Length(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return -1;
                }

                i++;
            }
        }

        return Strict.GetByteCount(text);
    }

    /// <summary>1 to 255 bytes of UTF-8 without control characters and without blanks at either end.</summary>
    public static bool IsLabel(string text) =>
        Utf8Length(text) is >= 1 and <= 255
        && !text.Any(char.IsControl)
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1]);

    /// <summary>Reads a decimal without sign, blanks or leading zeros.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, long min, long max, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && (text.Length == 1 || text[0] != '0')
        && number >= min
        && number <= max;

    /// <summary>Reads a 64-bit decimal without sign, blanks or leading zeros.</summary>
    public static bool TryUnsigned(ReadOnlySpan<char> text, out ulong number) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text.Length == 1 || text[0] != '0');

    /// <summary>Bytes from lower-case hex, or null; of one size when that is given.</summary>
    public static byte[]? TryHex(string text, int? size = null) =>
        text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower) && (size is null || text.Length == 2 * size)
            ? Convert.FromHexString(text)
            : null;
}
