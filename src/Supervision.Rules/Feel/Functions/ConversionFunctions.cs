namespace Supervision.Rules.Feel.Functions;

/// <summary>From text and parts to values, and back.</summary>
internal static class ConversionFunctions
{
    public static BuiltInForm[] Forms { get; } =
    [
        BuiltInForm.Parse("date(from: string) -> date", call => FeelTemporal.TryDate(call[0].Text) is { } date ? FeelValue.Of(date) : call.Null()),
        BuiltInForm.Parse("date(from: date|date and time) -> date", call => call[0].Kind == FeelKind.Date ? call[0] : FeelValue.Of(call[0].DateTime.Date)),
        BuiltInForm.Parse(
            "date(year: number, month: number, day: number) -> date",
            call => FeelDate.TryCreate(call[0].Number, call[1].Number, call[2].Number) is { } date ? FeelValue.Of(date) : call.Null()),
        BuiltInForm.Parse(
            "date and time(from: string) -> date and time",
            call => FeelTemporal.TryDateTime(call[0].Text) is { } dateTime ? FeelValue.Of(dateTime) : call.Null()),
        BuiltInForm.Parse("date and time(from: date and time) -> date and time", call => call[0]),
        BuiltInForm.Parse("date and time(date: date|date and time, time: time) -> date and time", DateAndTime),
        BuiltInForm.Parse("time(from: string) -> time", call => FeelTemporal.TryTime(call[0].Text) is { } time ? FeelValue.Of(time) : call.Null()),
        BuiltInForm.Parse("time(from: time|date and time|date) -> time", call => call[0].Kind == FeelKind.Time ? call[0] : FeelValue.Of(FeelArithmetic.Midnight(call[0]).Time)),
        BuiltInForm.Parse("time(hour: number, minute: number, second: number, offset?: dayTime) -> time", Time),
        BuiltInForm.Parse("number(from: string) -> number", call => Number(call, "", ".")),
        BuiltInForm.Parse(
            "number(from: string, grouping separator: string?, decimal separator: string?) -> number", NumberWithSeparators),
        BuiltInForm.Parse("string(from: any) -> string", call => call.Text(FeelText.Of(call[0]))),
        BuiltInForm.Parse("duration(from: string) -> any", call => FeelTemporal.TryDuration(call[0].Text) ?? call.Null()),
        BuiltInForm.Parse("duration(from: dayTime|yearMonth) -> any", call => call[0]),
        BuiltInForm.Parse("years and months duration(from: date|date and time, to: date|date and time) -> yearMonth", MonthsBetween),
        BuiltInForm.Parse("range(from: string) -> range", call => RangeText.TryRead(call[0].Text) is { } range ? FeelValue.Of(range) : call.Null()),
    ];

    private static FeelValue DateAndTime(BuiltInCall call)
    {
        var date = call[0].Kind == FeelKind.Date ? call[0].Date : call[0].DateTime.Date;
        return FeelValue.Of(new FeelDateTime(date, call[1].Time));
    }

    private static FeelValue Time(BuiltInCall call)
    {
        var second = call[2].Number;
        if (!call.TryWhole(0, out var hour) || hour is < 0 or > 23 || !call.TryWhole(1, out var minute) || minute is < 0 or > 59 || second is < 0 or >= 60)
        {
            return call.Null();
        }

        int? offset = null;
        if (!call[3].IsNull)
        {
            if (Math.Abs(call[3].Number) > 18 * 3600)
            {
                return call.Null();
            }

            offset = (int)call[3].Number;
        }

        return FeelValue.Of(FeelTime.OfSeconds((hour * 3600) + (minute * 60) + second, offset, null));
    }

    private static FeelValue NumberWithSeparators(BuiltInCall call)
    {
        var grouping = call[1].IsNull ? "" : call[1].Text;
        var point = call[2].IsNull ? "." : call[2].Text;
        return grouping is "" or " " or "," or "." && point is "." or "," && grouping != point && !(call[1].Kind == FeelKind.Text && grouping.Length == 0)
            ? Number(call, grouping, point)
            : call.Null();
    }

    private static FeelValue Number(BuiltInCall call, string grouping, string point)
    {
        var text = call[0].Text;
        if (text.Length > 1_000 || (point != "." && text.Contains('.', StringComparison.Ordinal) && grouping != "."))
        {
            return call.Null();
        }

        text = grouping.Length > 0 ? text.Replace(grouping, "", StringComparison.Ordinal) : text;
        text = text.Replace(point, ".", StringComparison.Ordinal);
        return FeelTemporal.TryNumber(text, out var number) ? FeelValue.Of(number) : call.Null();
    }

    // Whole months from one day to the other; a month that is not full does not count.
    private static FeelValue MonthsBetween(BuiltInCall call)
    {
        var from = FeelArithmetic.Midnight(call[0]);
        var to = FeelArithmetic.Midnight(call[1]);
        var months = ((to.Date.Year - (decimal)from.Date.Year) * 12) + to.Date.Month - from.Date.Month;
        var rest = to.Date.Day != from.Date.Day ? to.Date.Day.CompareTo(from.Date.Day) : to.Time.Seconds.CompareTo(from.Time.Seconds);
        months += months > 0 && rest < 0 ? -1 : months < 0 && rest > 0 ? 1 : 0;
        return FeelValue.YearMonth(months);
    }
}
