using System.Globalization;
using System.Text;
using Supervision.Registry;

namespace Supervision.Documents;

/// <summary>Masks personal data for the public version. Pure.</summary>
public static class Masking
{
    private const string Gone = "（已隐去）";
    private static readonly string[] s_compound =
        ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "长孙", "宇文", "端木", "南宫"];

    /// <summary>A value as the public may see it.</summary>
    public static string Of(string value, PersonalData kind)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? value : kind switch
        {
            PersonalData.Name => Name(value),
            PersonalData.ResidentId => value.Length <= 7 ? new string('*', value.Length)
                : value[..3] + new string('*', value.Length - 7) + value[^4..],
            PersonalData.Hidden => Gone,
            _ => value,
        };
    }

    /// <summary>
    /// A free text with every known personal value masked, and every resident identity number and mobile number in it, known
    /// or not.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Personal values of the same document with what they are.</param>
    public static string Text(string text, IEnumerable<KeyValuePair<string, PersonalData>> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(known);
        foreach (var (value, kind) in known.Where(pair => pair.Key.Length > 1).OrderByDescending(pair => pair.Key.Length))
        {
            text = text.Replace(value, Of(value, kind), StringComparison.Ordinal);
        }

        return Numbers(text);
    }

    // Surname and 某某, whatever the length: a length tells too much.
    private static string Name(string name)
    {
        var surname = Array.Find(s_compound, compound => name.StartsWith(compound, StringComparison.Ordinal))
            ?? StringInfo.GetNextTextElement(name);
        return surname + "某某";
    }

    // Runs of letters and digits: a whole run of 18 may be an identity number, one of 11 digits a mobile number.
    private static string Numbers(string text)
    {
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end == i)
            {
                masked.Append(text[i++]);
                continue;
            }

            var run = text[i..end];
            masked.Append(ResidentId.IsOne(run) || IsMistyped(run) ? Of(run, PersonalData.ResidentId) : IsMobile(run) ? Gone : run);
            i = end;
        }

        return masked.ToString();
    }

    // A number with a wrong check character still tells who is meant: seventeen digits with a day of birth among them.
    private static bool IsMistyped(string run) =>
        run.Length == 18 && run.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0 && (char.IsAsciiDigit(run[17]) || run[17] is 'X' or 'x')
        && DateOnly.TryParseExact(run.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year is >= 1900 and < 2100;

    private static bool IsMobile(string run) =>
        run.Length == 11 && run[0] == '1' && run[1] is >= '3' and <= '9' && run.All(char.IsAsciiDigit);
}
