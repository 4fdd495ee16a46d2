using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Registry;

/// <summary>
/// A resident identity number 公民身份号码 (GB 11643-1999): 18 characters, a date of birth in them, a check character at the end.
/// Its text form is masked, so that it does not slip into a log. Immutable.
/// </summary>
public sealed record ResidentId
{
    private const int Length = 18;

    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private ResidentId(string value) => Value = value;

    /// <summary>The number in clear.</summary>
    public string Value { get; }

    /// <summary>The first three and the last four characters, stars between.</summary>
    public string Masked => string.Concat(Value.AsSpan(0, 3), "***********", Value.AsSpan(14));

    /// <summary>Reads a number, blanks around it allowed. SUP6111: it is none; the refusal does not repeat it.</summary>
    public static Outcome<ResidentId> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = text.Trim().ToUpperInvariant();
        return IsOne(value) ? new ResidentId(value) : Refusal.Of("SUP6111");
    }

    /// <summary>Whether a run of letters and digits in a text is such a number.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var start = 0; start + Length <= text.Length;)
        {
            var run = text[start..];
            var end = run.IndexOfAnyExcept(s_letters);
            run = end < 0 ? run : run[..end];
            if (run.Length == Length && IsOne(run))
            {
                return true;
            }

            start += run.Length + 1;
        }

        return false;
    }

    /// <summary>Whether this is such a number, the check character in either case.</summary>
    internal static bool IsOne(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text[..17].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < s_weights.Length; i++)
        {
            sum += (text[i] - '0') * s_weights[i];
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(text[17])
            && DateOnly.TryParseExact(text[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>The masked number.</summary>
    public override string ToString() => Masked;

    private static readonly System.Buffers.SearchValues<char> s_letters =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
