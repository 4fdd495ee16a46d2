using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>window:</c>.</summary>
internal sealed class WindowReader(ExpressionReader expressions, PackVocabulary vocabulary, KnownNames entry)
{
    private static readonly Dictionary<string, int> s_months = new(StringComparer.Ordinal)
    {
        ["month"] = 1, ["quarter"] = 3, ["halfYear"] = 6, ["year"] = 12,
    };

    private readonly PackReader _reader = expressions.Reader;

    /// <summary>Months of a calendar period: month, quarter, halfYear, year.</summary>
    public static int Months(PackReader reader, PackNode? node) => s_months[reader.Word(node, [.. s_months.Keys])];

    public WindowRule Read(PackNode? node, IReadOnlyList<(PackNode At, PostLine Line)> lines)
    {
        var form = _reader.Object(node);
        var kind = _reader.Word(form.Required("kind"), "rolling", "calendar", "cycle", "entry", "none") switch
        {
            "rolling" => WindowKind.Rolling,
            "calendar" => WindowKind.Calendar,
            "cycle" => WindowKind.Cycle,
            "entry" => WindowKind.Entry,
            _ => WindowKind.None,
        };
        var window = Ends(form, kind) with
        {
            LastDayIncluded = kind is WindowKind.Rolling or WindowKind.Entry && form.Optional("lastDay") is { } last
                && _reader.Word(last, "excluded", "included") is "included",
            Hold = kind is WindowKind.None ? null : form.Optional("hold") is { } hold ? expressions.Truth(hold, entry) : null,
        };
        PackText.Note(_reader, form);
        form.Done();
        foreach (var (at, line) in lines)
        {
            if ((kind is WindowKind.Entry) != (line.Lasts is not null))
            {
                _reader.Errors.Add(at, "SUP5206", line.Id);
            }
        }

        return window;
    }

    private WindowRule Ends(PackObject form, WindowKind kind)
    {
        var window = new WindowRule { Kind = kind };
        if (kind is WindowKind.Rolling)
        {
            return window with { Length = _reader.Period(form.Required("length")) };
        }

        if (kind is not (WindowKind.Calendar or WindowKind.Cycle))
        {
            return window;
        }

        window = window with
        {
            Carry = Carry(form.Required("carry")),
            Reopens = _reader.Word(form.Required("late"), kind is WindowKind.Calendar ? ["reopen", "nextPeriod"] : ["reopen"]) is "reopen",
        };
        return kind is WindowKind.Calendar
            ? window with { Length = new Period(Months(_reader, form.Required("period")), 0) }
            : Anchored(form.Required("anchor"), window with { Length = _reader.Period(form.Required("length")) });
    }

    private WindowRule Anchored(PackNode? node, WindowRule window)
    {
        if (node is PackScalar scalar && PackReader.TryDate(scalar.Text, out var date))
        {
            return window with { Anchor = date };
        }

        var attributes = vocabulary.SubjectFields.Where(field => field.Value.Kind == FactKind.Date).Select(field => $"subject.{field.Key}");
        var word = _reader.Word(node, ["firstEntry", .. attributes]);
        return word is "firstEntry" ? window : window with { AnchorAttribute = word["subject.".Length..] };
    }

    private RuleExpression? Carry(PackNode? node) =>
        node is PackScalar { Text: "none" } ? null : expressions.Truth(node, entry);
}
