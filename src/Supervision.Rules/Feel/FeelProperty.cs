namespace Supervision.Rules.Feel;

/// <summary>What stands behind a dot.</summary>
internal static class FeelProperty
{
    /// <summary>Names of properties that hold a space, which the parser must know.</summary>
    public static IReadOnlyList<string> NamesWithSpaces { get; } = ["time offset", "start included", "end included"];

    public static FeelType TypeOf(FeelType from, string name)
    {
        if (from.Kind == FeelKind.List)
        {
            return FeelType.ListOf(TypeOf(from.Element, name));
        }

        if (from.Members is { } members)
        {
            return members.GetValueOrDefault(name, FeelType.Any);
        }

        return from.Kind switch
        {
            FeelKind.Date or FeelKind.DateTime or FeelKind.Time or FeelKind.DayTimeDuration or FeelKind.YearMonthDuration
                when name is not ("time offset" or "timezone") => FeelType.Number,
            _ => FeelType.Any,
        };
    }

    /// <summary>Whether a value of the type can have the property.</summary>
    public static bool CanHave(FeelType from, string name) => from.Kind switch
    {
        null or FeelKind.Null => true,
        FeelKind.List => CanHave(from.Element, name),
        FeelKind.Context => from.Members is null || from.Members.ContainsKey(name),
        FeelKind.Date => name is "year" or "month" or "day" or "weekday",
        FeelKind.DateTime => name is "year" or "month" or "day" or "weekday" or "hour" or "minute" or "second" or "time offset" or "timezone",
        FeelKind.Time => name is "hour" or "minute" or "second" or "time offset" or "timezone",
        FeelKind.DayTimeDuration => name is "days" or "hours" or "minutes" or "seconds",
        FeelKind.YearMonthDuration => name is "years" or "months",
        FeelKind.Range => name is "start" or "end" or "start included" or "end included",
        _ => false,
    };

    /// <summary>False when the value has no such property; a property that is there may be null.</summary>
    public static bool Find(FeelValue value, string name, out FeelValue found)
    {
        if (value.Kind == FeelKind.Context)
        {
            return value.Context.TryGet(name, out found);
        }

        var known = value.Kind switch
        {
            FeelKind.Date => OfDate(value.Date, name),
            FeelKind.Time => OfTime(value.Time, value.Time.OffsetAlone, name),
            FeelKind.DateTime => OfDate(value.DateTime.Date, name) ?? OfTime(value.DateTime.Time, value.DateTime.Offset, name),
            FeelKind.DayTimeDuration => OfDayTime(value.Number, name),
            FeelKind.YearMonthDuration => OfYearMonth(value.Number, name),
            FeelKind.Range => OfRange(value.Range, name),
            _ => null,
        };
        found = known ?? default;
        return known is not null;
    }

    private static FeelValue? OfDate(FeelDate date, string name) => name switch
    {
        "year" => FeelValue.Of((decimal)date.Year),
        "month" => FeelValue.Of((decimal)date.Month),
        "day" => FeelValue.Of((decimal)date.Day),
        "weekday" => FeelValue.Of((decimal)date.Weekday),
        _ => null,
    };

    private static FeelValue? OfTime(FeelTime time, int? offset, string name) => name switch
    {
        "hour" => FeelValue.Of((decimal)time.Hour),
        "minute" => FeelValue.Of((decimal)time.Minute),
        "second" => FeelValue.Of((decimal)time.Second),
        "time offset" => offset is { } seconds ? FeelValue.DayTime(seconds) : FeelValue.Null,
        "timezone" => FeelValue.Of(time.Zone?.Name),
        _ => null,
    };

    private static FeelValue? OfDayTime(decimal seconds, string name) => name switch
    {
        "days" => FeelValue.Of(decimal.Truncate(seconds / 86_400)),
        "hours" => FeelValue.Of(decimal.Truncate(seconds / 3_600) % 24),
        "minutes" => FeelValue.Of(decimal.Truncate(seconds / 60) % 60),
        "seconds" => FeelValue.Of(seconds % 60),
        _ => null,
    };

    private static FeelValue? OfYearMonth(decimal months, string name) => name switch
    {
        "years" => FeelValue.Of(decimal.Truncate(months / 12)),
        "months" => FeelValue.Of(months % 12),
        _ => null,
    };

    private static FeelValue? OfRange(FeelRange range, string name) => name switch
    {
        "start" => range.Low,
        "end" => range.High,
        "start included" => FeelValue.Of(range.HasLow),
        "end included" => FeelValue.Of(range.HasHigh),
        _ => null,
    };
}
