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
}
