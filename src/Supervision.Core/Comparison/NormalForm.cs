using System.Text;
using Supervision.Registry;

namespace Supervision.Comparison;

/// <summary>A record in the form in which it is compared: full-width and half-width, signs, blanks and words that tell nothing apart are gone.</summary>
internal sealed record NormalForm(string Code, string Licence, string Name, string Address, string Phone)
{
    // The shortest name that is left when words are dropped: below that the words were the name.
    private const int ShortestName = 2;
    private const int MobileLength = 11;

    public int[] NamePairs { get; } = Likeness.Pairs(Name);

    public int[] AddressPairs { get; } = Likeness.Pairs(Address);

    public static NormalForm Of(ComparedRecord record, ComparisonPolicy policy) => new(
        UnifiedSocialCreditCode.Parse(record.Code).TryGet(out var code, out _) ? code.Value : "",
        Letters(record.Licence),
        Short(Letters(WithoutBrackets(record.Name)), policy.DropFromNames, policy.DropAtStart),
        Short(Letters(record.Address), policy.DropFromAddresses, policy.DropAtStart),
        PhoneOf(record.Phone));

    // Compatibility form makes full-width letters and digits plain; signs and blanks are written in too many ways to compare.
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                letters.Append(char.ToUpperInvariant(c));
            }
        }

        return letters.ToString();
    }

    // A platform writes the branch in brackets behind the name: 沙县小吃(江东店).
    private static string WithoutBrackets(string name)
    {
        var open = name.AsSpan().IndexOfAny('(', '（');
        return open > 0 ? name[..open] : name;
    }

    private static string Short(string text, IReadOnlyList<string> anywhere, IReadOnlyList<string> atStart)
    {
        var left = text;
        foreach (var word in anywhere)
        {
            left = left.Replace(word, "", StringComparison.Ordinal);
        }

        for (var found = true; found;)
        {
            found = false;
            foreach (var word in atStart)
            {
                if (left.StartsWith(word, StringComparison.Ordinal))
                {
                    (left, found) = (left[word.Length..], true);
                }
            }
        }

        return left.Length >= ShortestName ? left : text;
    }

    private static string PhoneOf(string text)
    {
        var digits = new string([.. text.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit)]);
        digits = digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("86", StringComparison.Ordinal) && digits.Length >= MobileLength + 2 ? digits[2..]
            : digits;
        return digits.Length < 7 ? "" : digits;
    }
}
