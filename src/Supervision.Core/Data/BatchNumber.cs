using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>The number of an upload batch 批次号: day and a serial of five digits, such as 2019041100002. Immutable.</summary>
/// <param name="Day">Civil day.</param>
/// <param name="Serial">1 to 99,999 within the day.</param>
public readonly record struct BatchNumber(DateOnly Day, int Serial)
{
    private const int MaxSerial = 99_999;

    /// <summary>The next number on a day. SUP7432: the day has used up its numbers.</summary>
    /// <param name="last">The last one given, or null.</param>
    /// <param name="day">Today.</param>
    public static Outcome<BatchNumber> After(BatchNumber? last, DateOnly day)
    {
        // Never below the last one: a clock that was set back must not give a number twice.
        var on = last is { } before && before.Day > day ? before.Day : day;
        var serial = last is { } same && same.Day == on ? same.Serial + 1 : 1;
        return serial > MaxSerial ? Refusal.Of("SUP7432", Invariant.Text(on)) : new BatchNumber(on, serial);
    }

    /// <summary>The number in a text of 13 digits, or null.</summary>
    public static BatchNumber? Parse(string text) =>
        text is { Length: 13 } && text.All(char.IsAsciiDigit)
        && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && int.Parse(text[8..], CultureInfo.InvariantCulture) is > 0 and var serial
            ? new BatchNumber(day, serial)
            : null;

    /// <summary>Thirteen digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}{Serial:00000}");
}
