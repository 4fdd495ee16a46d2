using System.Globalization;

namespace Supervision.Rules.Packs.Yaml;

/// <summary>
/// Turns nodes into values as strictly as JSON would: a number is not a text, a text is not a date. What is wrong is
/// collected, and a harmless value takes its place, so that one reading finds all errors.
/// </summary>
internal sealed class PackReader(PackErrors errors)
{
    private const int MostDigits = 28;

    public PackErrors Errors { get; } = errors;

    /// <summary>Digits after the point that a number of this pack may have.</summary>
    public int Scale { get; set; } = 4;

    public PackObject Object(PackNode? node) => new(Expect<PackMapping>(node, "{ }"), Errors);

    public IReadOnlyList<KeyValuePair<PackScalar, PackNode>> Entries(PackNode? node) =>
        Expect<PackMapping>(node, "{ }")?.Entries ?? [];

    public IReadOnlyList<PackNode> Items(PackNode? node) => Expect<PackSequence>(node, "[ ]")?.Items ?? [];

    public string Text(PackNode? node)
    {
        if (Expect<PackScalar>(node, "text") is not { } scalar)
        {
            return "";
        }

        if (!scalar.IsQuoted && (scalar.Text is "" or "true" or "false" or "null" or "~" || LooksLikeNumber(scalar.Text)))
        {
            Errors.Add(scalar, "SUP5010", "text (in quotes)", scalar.Form);
        }
        else if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            Errors.Add(scalar, "SUP5010", "text", scalar.Form);
        }

        return scalar.Text;
    }

    /// <summary>A list of words, each once; SUP5007 for one that is there already, which is left out.</summary>
    /// <param name="node">The list.</param>
    /// <param name="taken">Words that may not be in it either.</param>
    public IReadOnlyList<string> Words(PackNode? node, IReadOnlyList<string> taken)
    {
        var words = new List<string>();
        foreach (var item in Items(node))
        {
            var word = Text(item);
            if (words.Concat(taken).Contains(word, StringComparer.Ordinal))
            {
                Errors.Add(item, "SUP5007", word);
                continue;
            }

            words.Add(word);
        }

        return words;
    }

    public bool Boolean(PackNode? node) => Word(node, "true", "false") is "true";

    /// <summary>One of the words, or the first of them after an error; an empty text where there are none, which is an error too.</summary>
    public string Word(PackNode? node, params IReadOnlyList<string> words)
    {
        if (Expect<PackScalar>(node, "text") is { } scalar)
        {
            if (words.Contains(scalar.Text, StringComparer.Ordinal))
            {
                return scalar.Text;
            }

            Errors.Add(scalar, "SUP5012", scalar.Text, string.Join(", ", words));
        }

        return words.Count > 0 ? words[0] : "";
    }

    public decimal Number(PackNode? node)
    {
        if (Expect<PackScalar>(node, "number") is not { } scalar)
        {
            return 0;
        }

        if (scalar.IsQuoted || !LooksLikeNumber(scalar.Text))
        {
            Errors.Add(scalar, "SUP5010", "number", scalar.Form);
            return 0;
        }

        if (!TryExact(scalar.Text, Scale, out var number))
        {
            Errors.Add(scalar, "SUP5011", scalar.Text, Invariant.Text(Scale));
        }

        return number;
    }

    public DateOnly Date(PackNode? node)
    {
        if (Expect<PackScalar>(node, "date") is not { } scalar)
        {
            return default;
        }

        if (!TryDate(scalar.Text, out var date))
        {
            Errors.Add(scalar, "SUP5013", scalar.Text);
        }

        return date;
    }

    public Period Period(PackNode? node)
    {
        if (Expect<PackScalar>(node, "period") is not { } scalar)
        {
            return default;
        }

        if (!Packs.Period.TryParse(scalar.Text, out var period))
        {
            Errors.Add(scalar, "SUP5014", scalar.Text);
        }

        return period;
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>A decimal without exponent, within the scale, with digits that a decimal holds exactly.</summary>
    public static bool TryExact(string text, int scale, out decimal number)
    {
        number = 0;
        var point = text.IndexOf('.');
        var digits = text.Count(char.IsAsciiDigit);
        return LooksLikeNumber(text)
            && digits <= MostDigits
            && (point < 0 || text.TrimEnd('0').Length - point - 1 <= scale)
            && decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number of JSON without an exponent: -?(0|[1-9][0-9]*)(.[0-9]+)?</summary>
    private static bool LooksLikeNumber(string text)
    {
        var rest = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        return whole.Length > 0
            && !whole.ContainsAnyExceptInRange('0', '9')
            && (whole.Length == 1 || whole[0] != '0')
            && (point < 0 || (rest.Length > point + 1 && !rest[(point + 1)..].ContainsAnyExceptInRange('0', '9')));
    }

    private T? Expect<T>(PackNode? node, string form)
        where T : PackNode
    {
        if (node is not null and not T)
        {
            Errors.Add(node, "SUP5010", form, node.Form);
        }

        return node as T;
    }
}
