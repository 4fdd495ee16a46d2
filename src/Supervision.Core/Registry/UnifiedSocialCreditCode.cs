using Supervision.Decisions;

namespace Supervision.Registry;

/// <summary>
/// Unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters with two check characters, one of its own
/// and one inside, that of the organisation code (GB 11714). Immutable.
/// </summary>
/// <remarks>
/// The division digits 3–8 tell where the subject was <b>registered</b>, not where it operates, and a code is
/// never refused because its division is unknown: divisions are retired and re-issued.
/// </remarks>
/// <legal source="GB 32100-2015" article="4-5" />
public sealed record UnifiedSocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    private static readonly int[] s_weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] s_innerWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>The code: 18 characters of the standard's alphabet, upper case.</summary>
    public string Value { get; }

    /// <summary>Six digits of the authority that registered the subject.</summary>
    public string RegistrationDivisionCode => Value[2..8];

    /// <summary>
    /// Reads a code. Blanks, hyphens, lower case and full-width forms are forgiven; wrong characters, length and
    /// checks are not.
    /// </summary>
    /// <returns>The code, or SUP1011 (length), SUP1012 (character), SUP1013 (inner check), SUP1014 (check).</returns>
    public static Outcome<UnifiedSocialCreditCode> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = Normalise(text);
        if (code.Length != Length)
        {
            return Refusal.Of("SUP1011", text, Invariant.Text(code.Length));
        }

        for (var i = 0; i < Length; i++)
        {
            if (!Alphabet.Contains(code[i], StringComparison.Ordinal) || (i is >= 2 and < 8 && !char.IsAsciiDigit(code[i])))
            {
                return Refusal.Of("SUP1012", text, code[i].ToString(), Invariant.Text(i + 1));
            }
        }

        var inner = InnerCheck(code.AsSpan(8, 8));
        if (inner != code[16])
        {
            return Refusal.Of("SUP1013", text, inner.ToString(), code[16].ToString());
        }

        var check = Check(code.AsSpan(0, 17));
        return check == code[17]
            ? new UnifiedSocialCreditCode(code)
            : Refusal.Of("SUP1014", text, check.ToString(), code[17].ToString());
    }

    /// <summary>Builds the code for a class, division and subject number, with both check characters computed.</summary>
    /// <param name="kind">Two characters: registering authority and organisation type, such as "91".</param>
    /// <param name="divisionCode">Six digits.</param>
    /// <param name="subject">Eight characters of the alphabet.</param>
    /// <exception cref="ArgumentException">SUP1015: a part has the wrong length or a wrong character.</exception>
    public static UnifiedSocialCreditCode Create(string kind, string divisionCode, string subject)
    {
        var body = kind + divisionCode + subject;
        if (kind.Length != 2 || divisionCode.Length != 6 || subject.Length != 8 || body.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"SUP1015: '{kind}', '{divisionCode}', '{subject}' make no credit code: 2, 6 and 8 characters of {Alphabet} are needed.", nameof(subject));
        }

        body += InnerCheck(subject);
        return new UnifiedSocialCreditCode(body + Check(body));
    }

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    // Σ mod 31 = 0 gives check value 0, not 31: the case that most code gets wrong.
    private static char Check(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < s_weights.Length; i++)
        {
            sum += Alphabet.IndexOf(body[i], StringComparison.Ordinal) * s_weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    // GB 11714 counts letters A = 10 … Z = 35, all 36 signs, not the alphabet of 31.
    private static char InnerCheck(ReadOnlySpan<char> subject)
    {
        var sum = 0;
        for (var i = 0; i < s_innerWeights.Length; i++)
        {
            var value = char.IsAsciiDigit(subject[i]) ? subject[i] - '0' : subject[i] - 'A' + 10;
            sum += value * s_innerWeights[i];
        }

        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    private static string Normalise(string text)
    {
        Span<char> code = stackalloc char[Length];
        var count = 0;
        var length = 0;
        foreach (var raw in text)
        {
            var c = raw is >= '！' and <= '～' ? (char)(raw - 0xFEE0) : raw;
            if (c is '-' or ' ' or '\t' or '　')
            {
                continue;
            }

            if (count < Length)
            {
                code[count++] = char.ToUpperInvariant(c);
            }

            length++;
        }

        return length == Length ? new string(code) : text.Trim();
    }
}
