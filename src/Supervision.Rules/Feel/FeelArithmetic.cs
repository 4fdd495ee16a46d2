using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel;

/// <summary>Arithmetic on everything but two numbers.</summary>
internal static class FeelArithmetic
{
    /// <summary>The value, or null where the operator is not defined for the two.</summary>
    public static FeelValue? Apply(FeelRun run, FeelNode at, char sign, FeelValue a, FeelValue b)
    {
        try
        {
            return sign switch
            {
                '+' => Add(run, at, a, b),
                '-' => Subtract(a, b),
                '*' => Multiply(a, b) ?? Multiply(b, a),
                '/' => Divide(a, b),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The type of the result, or null where no values of the two types can be combined.</summary>
    public static FeelType? TypeOf(char sign, FeelType a, FeelType b)
    {
        if (a.Kind is null or FeelKind.Null || b.Kind is null or FeelKind.Null)
        {
            return a.Kind == FeelKind.Number || b.Kind == FeelKind.Number
                ? sign is '+' or '-' or '^' ? FeelType.Number : FeelType.Any
                : FeelType.Any;
        }

        return (sign, a.Kind, b.Kind) switch
        {
            (_, FeelKind.Number, FeelKind.Number) => FeelType.Number,
            ('+', FeelKind.Text, FeelKind.Text) => FeelType.Text,
            ('+' or '-', { } left, { } right) when IsDuration(left) && left == right => a,
            ('+' or '-', { } left, { } right) when IsTemporal(left) && IsDuration(right) => a,
            ('+', { } left, { } right) when IsDuration(left) && IsTemporal(right) => b,
            ('-', { } left, { } right) when IsTemporal(left) && IsTemporal(right) => FeelType.DayTimeDuration,
            ('*', { } left, FeelKind.Number) when IsDuration(left) => a,
            ('*', FeelKind.Number, { } right) when IsDuration(right) => b,
            ('/', { } left, FeelKind.Number) when IsDuration(left) => a,
            ('/', { } left, { } right) when IsDuration(left) && left == right => FeelType.Number,
            _ => null,
        };
    }

    public static FeelValue? Negate(FeelValue value) => value.Kind switch
    {
        FeelKind.Number => FeelValue.Of(-value.Number),
        FeelKind.DayTimeDuration => FeelValue.DayTime(-value.Number),
        FeelKind.YearMonthDuration => FeelValue.YearMonth(-value.Number),
        _ => null,
    };

    private static FeelValue? Add(FeelRun run, FeelNode at, FeelValue a, FeelValue b)
    {
        if (a.Kind == FeelKind.Text && b.Kind == FeelKind.Text)
        {
            run.Charge(at, a.Text.Length + b.Text.Length);
            return FeelValue.Of(a.Text + b.Text);
        }

        if (IsDuration(a.Kind) && a.Kind == b.Kind)
        {
            return Duration(a.Kind, a.Number + b.Number);
        }

        return IsDuration(b.Kind) ? Moved(a, b.Kind, b.Number) : IsDuration(a.Kind) ? Moved(b, a.Kind, a.Number) : null;
    }

    private static FeelValue? Subtract(FeelValue a, FeelValue b)
    {
        if (IsDuration(a.Kind) && a.Kind == b.Kind)
        {
            return Duration(a.Kind, a.Number - b.Number);
        }

        if (IsDuration(b.Kind))
        {
            return Moved(a, b.Kind, -b.Number);
        }

        return (a.Kind, b.Kind) switch
        {
            (FeelKind.Time, FeelKind.Time) when a.Time.IsLocal == b.Time.IsLocal =>
                FeelValue.DayTime(a.Time.Seconds - (a.Time.OffsetAlone ?? 0) - (b.Time.Seconds - (b.Time.OffsetAlone ?? 0))),
            (FeelKind.Date or FeelKind.DateTime, FeelKind.Date or FeelKind.DateTime) => Midnight(a).Since(Midnight(b)) is { } seconds
                ? FeelValue.DayTime(seconds)
                : null,
            _ => null,
        };
    }

    private static FeelValue? Multiply(FeelValue a, FeelValue b) =>
        IsDuration(a.Kind) && b.IsNumber ? Duration(a.Kind, a.Number * b.Number) : null;

    private static FeelValue? Divide(FeelValue a, FeelValue b)
    {
        if (!IsDuration(a.Kind) || (!b.IsNumber && a.Kind != b.Kind) || b.Number == 0)
        {
            return null;
        }

        return b.IsNumber ? Duration(a.Kind, a.Number / b.Number) : FeelValue.Of(a.Number / b.Number);
    }

    // Months are whole; nanoseconds are the finest that a duration keeps.
    private static FeelValue Duration(FeelKind kind, decimal size) =>
        kind == FeelKind.YearMonthDuration ? FeelValue.YearMonth(decimal.Truncate(size)) : FeelValue.DayTime(decimal.Round(size, 9, MidpointRounding.ToZero));

    private static FeelValue? Moved(FeelValue value, FeelKind kind, decimal by) => (value.Kind, kind) switch
    {
        (FeelKind.Date, FeelKind.YearMonthDuration) => value.Date.AddMonths(by) is { } date ? FeelValue.Of(date) : null,
        (FeelKind.Date, _) => FeelDate.OfDayNumber(value.Date.DayNumber + decimal.Floor(by / FeelTime.SecondsOfDay)) is { } day
            ? FeelValue.Of(day)
            : null,
        (FeelKind.DateTime, FeelKind.YearMonthDuration) => value.DateTime.Date.AddMonths(by) is { } date
            ? FeelValue.Of(value.DateTime with { Date = date })
            : null,
        (FeelKind.DateTime, _) => value.DateTime.AddSeconds(by) is { } moved ? FeelValue.Of(moved) : null,
        (FeelKind.Time, FeelKind.DayTimeDuration) =>
            FeelValue.Of(FeelTime.OfSeconds(value.Time.Seconds + (by % FeelTime.SecondsOfDay), value.Time.Offset, value.Time.Zone)),
        _ => null,
    };

    /// <summary>A date counts as its midnight in UTC.</summary>
    public static FeelDateTime Midnight(FeelValue value) => value.Kind == FeelKind.DateTime
        ? value.DateTime
        : new FeelDateTime(value.Date, new FeelTime(0, 0, 0, null));

    private static bool IsDuration(FeelKind kind) => kind is FeelKind.DayTimeDuration or FeelKind.YearMonthDuration;

    private static bool IsTemporal(FeelKind kind) => kind is FeelKind.Date or FeelKind.Time or FeelKind.DateTime;
}
