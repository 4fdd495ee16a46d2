using System.Globalization;

namespace Supervision.Rules.Feel.Functions;

/// <summary>Functions of days. What day it is now is only known when the caller says so.</summary>
internal static class DateFunctions
{
    public static BuiltInForm[] Forms { get; } =
    [
        BuiltInForm.Parse("now() -> date and time", call => call.Run.Now is { } now ? FeelValue.Of(now) : call.Null()),
        BuiltInForm.Parse("today() -> date", call => call.Run.Now is { } now ? FeelValue.Of(now.Date) : call.Null()),
        BuiltInForm.Parse("day of year(date: date|date and time) -> number", call => FeelValue.Of((decimal)Day(call).DayOfYear)),
        BuiltInForm.Parse("day of week(date: date|date and time) -> string", call => FeelValue.Of(DateTimeFormatInfo.InvariantInfo.DayNames[Day(call).Weekday % 7])),
        BuiltInForm.Parse("month of year(date: date|date and time) -> string", call => FeelValue.Of(DateTimeFormatInfo.InvariantInfo.MonthNames[Day(call).Month - 1])),
        BuiltInForm.Parse("week of year(date: date|date and time) -> number", WeekOfYear),
        BuiltInForm.Parse("is(value1?: any?, value2?: any?) -> boolean", call => call.Count == 0 ? call.Null() : FeelValue.Of(call[0] == call[1])),
    ];

    private static FeelDate Day(BuiltInCall call) => call[0].Kind == FeelKind.Date ? call[0].Date : call[0].DateTime.Date;

    // A week belongs to the year of its Thursday.
    private static FeelValue WeekOfYear(BuiltInCall call)
    {
        var day = Day(call);
        return FeelDate.OfDayNumber(day.DayNumber - day.Weekday + 4) is { } thursday
            ? FeelValue.Of((decimal)(((thursday.DayOfYear - 1) / 7) + 1))
            : call.Null();
    }
}
