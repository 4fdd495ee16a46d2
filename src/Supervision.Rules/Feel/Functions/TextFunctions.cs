using System.Globalization;
using System.Text;

namespace Supervision.Rules.Feel.Functions;

/// <summary>Functions of strings. Places count characters, not the halves that some are stored in.</summary>
internal static class TextFunctions
{
    public static BuiltInForm[] Forms { get; } =
    [
        BuiltInForm.Parse("substring(string: string, start position: number, length?: number) -> string", Substring),
        BuiltInForm.Parse("string length(string: string) -> number", call => FeelValue.Of((decimal)call[0].Text.EnumerateRunes().Count())),
        BuiltInForm.Parse("upper case(string: string) -> string", call => call.Text(call[0].Text.ToUpperInvariant())),
        BuiltInForm.Parse("lower case(string: string) -> string", call => call.Text(call[0].Text.ToLowerInvariant())),
        BuiltInForm.Parse("substring before(string: string, match: string) -> string", call =>
            call[0].Text.IndexOf(call[1].Text, StringComparison.Ordinal) is >= 0 and var at ? call.Text(call[0].Text[..at]) : FeelValue.Of("")),
        BuiltInForm.Parse("substring after(string: string, match: string) -> string", call =>
            call[0].Text.IndexOf(call[1].Text, StringComparison.Ordinal) is >= 0 and var at ? call.Text(call[0].Text[(at + call[1].Text.Length)..]) : FeelValue.Of("")),
        BuiltInForm.Parse("contains(string: string, match: string) -> boolean", call => FeelValue.Of(call[0].Text.Contains(call[1].Text, StringComparison.Ordinal))),
        BuiltInForm.Parse("starts with(string: string, match: string) -> boolean", call => FeelValue.Of(call[0].Text.StartsWith(call[1].Text, StringComparison.Ordinal))),
        BuiltInForm.Parse("ends with(string: string, match: string) -> boolean", call => FeelValue.Of(call[0].Text.EndsWith(call[1].Text, StringComparison.Ordinal))),
        BuiltInForm.Parse("matches(input: string, pattern: string, flags?: string) -> boolean", call => Pattern(call, 2) is { } pattern
            ? pattern.IsMatch(call[0].Text) is { } truth ? FeelValue.Of(truth) : call.Null()
            : call.Null()),
        BuiltInForm.Parse("replace(input: string, pattern: string, replacement: string, flags?: string) -> string", call => Pattern(call, 3) is { } pattern
            && pattern.Replace(call[0].Text, call[2].Text, call.Charge) is { } text ? FeelValue.Of(text) : call.Null()),
        BuiltInForm.Parse("split(string: string, delimiter: string) -> texts", call => Pattern(call, 2) is { } pattern && pattern.Split(call[0].Text) is { } parts
            ? Parts(call, parts)
            : call.Null()),
        BuiltInForm.Parse("string join(list: list, delimiter?: string?) -> string", Join),
        BuiltInForm.Parse("not(negand: any?) -> boolean", call => call[0].Kind == FeelKind.Boolean ? FeelValue.Of(call[0].IsFalse) : call.Null()),
    ];

    private static FeelPattern? Pattern(BuiltInCall call, int flags)
    {
        call.Charge(call[0].Text.Length + call[1].Text.Length);
        return FeelPattern.TryGet(call[1].Text, call[flags].IsNull ? "" : call[flags].Text, call.Run.Mode);
    }

    private static FeelValue Parts(BuiltInCall call, IReadOnlyList<string> parts)
    {
        call.Charge(parts.Count);
        return call.List(parts.Select(FeelValue.Of));
    }

    private static FeelValue Substring(BuiltInCall call)
    {
        Rune[] letters = [.. call[0].Text.EnumerateRunes()];
        call.Charge(letters.Length);
        if (!call.TryWhole(1, out var start) || start == 0 || Math.Abs(start) > letters.Length)
        {
            return call.Null();
        }

        var from = start > 0 ? start - 1 : letters.Length + start;
        var length = letters.Length - from;
        if (!call[2].IsNull)
        {
            if (call[2].Number < 1)
            {
                return call.Null();
            }

            length = (int)Math.Min(length, decimal.Truncate(call[2].Number));
        }

        var text = new StringBuilder();
        foreach (var letter in letters.AsSpan(from, length))
        {
            text.Append(letter.ToString());
        }

        return FeelValue.Of(text.ToString());
    }

    private static FeelValue Join(BuiltInCall call)
    {
        var delimiter = call[1].IsNull ? "" : call[1].Text;
        var text = new StringBuilder();
        var isFirst = true;
        foreach (var item in call[0].List.Items)
        {
            if (item.IsNull)
            {
                continue;
            }

            if (item.Kind != FeelKind.Text)
            {
                return call.Null();
            }

            call.Charge(1 + item.Text.Length + delimiter.Length);
            text.Append(CultureInfo.InvariantCulture, $"{(isFirst ? "" : delimiter)}{item.Text}");
            isFirst = false;
        }

        return FeelValue.Of(text.ToString());
    }
}
