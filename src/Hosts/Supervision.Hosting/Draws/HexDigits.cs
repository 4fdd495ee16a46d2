using System.Globalization;

namespace Supervision.Hosting.Draws;

/// <summary>Secrets and values of beacons as people hand them in.</summary>
internal static class HexDigits
{
    private const int Longest = 1024;

    /// <summary>Whether a text is 1 to 512 bytes in hexadecimal digits, in either case.</summary>
    public static bool TryRead(string? text, out byte[] bytes)
    {
        bytes = [];
        if (text is not { Length: > 0 and <= Longest } || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        bytes = [.. text.Chunk(2).Select(pair => byte.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        return true;
    }
}
