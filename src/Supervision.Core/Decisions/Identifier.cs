namespace Supervision.Decisions;

/// <summary>
/// The one rule for identifiers that enter hashes, file names and journals: 1 to 64 printable ASCII characters
/// without blanks or '/'. A draw hashes an identifier of at most 23 characters in a single block.
/// </summary>
public static class Identifier
{
    /// <summary>Longest identifier, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a text may be an identifier.</summary>
    public static bool IsValid(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return false;
        }

        foreach (var character in text)
        {
            if (character is < '!' or > '~' or '/')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives the text back when it may be an identifier.</summary>
    /// <exception cref="ArgumentException">SUP1001: it may not.</exception>
    public static string Require(string? text, string parameterName) =>
        IsValid(text)
            ? text!
            : throw new ArgumentException(
                $"SUP1001: '{text}' is no identifier: use 1 to {MaxLength} printable ASCII characters without blanks or '/'.",
                parameterName);
}
