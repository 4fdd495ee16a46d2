using System.Globalization;
using System.Text;

namespace Supervision.Rules.Feel;

/// <summary>Values as text: as <c>string()</c> gives it, and as an expression would write it.</summary>
internal static class FeelText
{
    /// <summary>A string as it is, anything else as an expression would write it.</summary>
    public static string Of(FeelValue value) => value.Kind == FeelKind.Text ? value.Text : Written(value, isLiteral: false);

    /// <summary>As an expression: strings in quotes, dates as <c>@"2026-01-31"</c>.</summary>
    public static string Literal(FeelValue value) => Written(value, isLiteral: true);

    /// <summary>Without trailing zeros: 3.0 and 3 are one number and have one text.</summary>
    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Written(FeelValue value, bool isLiteral)
    {
        var text = new StringBuilder();
        Append(text, value, isLiteral);
        return text.ToString();
    }

    private static void Append(StringBuilder text, FeelValue value, bool isLiteral)
    {
        switch (value.Kind)
        {
            case FeelKind.Null: text.Append("null"); break;
            case FeelKind.Boolean: text.Append(value.IsTrue ? "true" : "false"); break;
            case FeelKind.Number: text.Append(Of(value.Number)); break;
            case FeelKind.Text: Quoted(text, value.Text); break;
            case FeelKind.List: Join(text, '[', value.List.Items, ']', item => Append(text, item, isLiteral)); break;
            case FeelKind.Context:
                Join(text, '{', value.Context.Entries, '}', entry =>
                {
                    text.Append(entry.Key).Append(": ");
                    Append(text, entry.Value, isLiteral);
                });
                break;
            case FeelKind.Range: Append(text, value.Range, isLiteral); break;
            case FeelKind.Function: text.Append(value.Function.ToString()); break;
            default:
                var temporal = Temporal(value);
                text.Append(isLiteral ? $"@\"{temporal}\"" : temporal);
                break;
        }
    }

    private static void Join<T>(StringBuilder text, char open, IReadOnlyList<T> items, char close, Action<T> append)
    {
        text.Append(open);
        for (var at = 0; at < items.Count; at++)
        {
            text.Append(at == 0 ? "" : ", ");
            append(items[at]);
        }

        text.Append(close);
    }

    private static void Append(StringBuilder text, FeelRange range, bool isLiteral)
    {
        if (range.Operator.Length > 0)
        {
            text.Append('(').Append(range.Operator).Append(' ');
            Append(text, range.Low.IsNull ? range.High : range.Low, isLiteral);
            text.Append(')');
            return;
        }

        text.Append(range.HasLow ? '[' : '(');
        Append(text, range.Low, isLiteral);
        text.Append("..");
        Append(text, range.High, isLiteral);
        text.Append(range.HasHigh ? ']' : ')');
    }

    private static void Quoted(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var letter in content)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }

    private static string Temporal(FeelValue value) => value.Kind switch
    {
        FeelKind.Date => Date(value.Date),
        FeelKind.Time => Time(value.Time),
        FeelKind.DateTime => $"{Date(value.DateTime.Date)}T{Time(value.DateTime.Time)}",
        FeelKind.DayTimeDuration => DayTime(value.Number),
        _ => YearMonth(value.Number),
    };

    private static string Date(FeelDate date) => string.Create(
        CultureInfo.InvariantCulture, $"{(date.Year < 0 ? "-" : "")}{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");

    private static string Time(FeelTime time)
    {
        var clock = string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}");
        var fraction = time.Nanosecond == 0
            ? ""
            : "." + time.Nanosecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return clock + fraction + (time.Zone is { } zone ? "@" + zone.Name : time.Offset is { } offset ? OffsetText(offset) : "");
    }

    private static string OffsetText(int offset)
    {
        var size = Math.Abs(offset);
        var seconds = size % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size % 60:00}");
        return offset == 0
            ? "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}{seconds}");
    }

    private static string DayTime(decimal seconds)
    {
        if (seconds == 0)
        {
            return "PT0S";
        }

        var left = Math.Abs(seconds);
        var days = decimal.Truncate(left / 86_400);
        left -= days * 86_400;
        var hours = decimal.Truncate(left / 3_600);
        left -= hours * 3_600;
        var minutes = decimal.Truncate(left / 60);
        left -= minutes * 60;
        var text = new StringBuilder(seconds < 0 ? "-P" : "P").Append(Part(days, 'D'));
        return text.Append(hours + minutes + left == 0 ? "" : "T").Append(Part(hours, 'H')).Append(Part(minutes, 'M')).Append(Part(left, 'S')).ToString();
    }

    private static string YearMonth(decimal months)
    {
        var years = decimal.Truncate(Math.Abs(months) / 12);
        return months == 0 ? "P0M" : $"{(months < 0 ? "-P" : "P")}{Part(years, 'Y')}{Part(Math.Abs(months) % 12, 'M')}";
    }

    private static string Part(decimal amount, char unit) => amount == 0 ? "" : Of(amount) + unit;
}
