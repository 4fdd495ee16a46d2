using System.Globalization;

namespace Supervision.Rules.Feel;

/// <summary>Reads dates, times, durations and numbers from text, by hand: the forms of the standard and no others.</summary>
internal static class FeelTemporal
{
    public static FeelValue? TryAny(string text)
    {
        if (TryDate(text) is { } date)
        {
            return FeelValue.Of(date);
        }

        if (text.Contains('T', StringComparison.Ordinal) && TryDateTime(text) is { } dateTime)
        {
            return FeelValue.Of(dateTime);
        }

        return TryTime(text) is { } time ? FeelValue.Of(time) : TryDuration(text);
    }

    public static bool TryNumber(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>2026-01-31; a year has four digits, or more without a zero in front, and may be negative.</summary>
    public static FeelDate? TryDate(string text)
    {
        var isNegative = text.StartsWith('-');
        var parts = (isNegative ? text[1..] : text).Split('-');
        if (parts.Length != 3 || parts[0].Length is < 4 or > 9 || (parts[0].Length > 4 && parts[0][0] == '0')
            || Digits(parts[0]) is not { } year || parts[1].Length != 2 || Digits(parts[1]) is not { } month
            || parts[2].Length != 2 || Digits(parts[2]) is not { } day)
        {
            return null;
        }

        return FeelDate.TryCreate(isNegative ? -year : year, month, day);
    }

    /// <summary>A date, T and a time; a date alone is its midnight.</summary>
    public static FeelDateTime? TryDateTime(string text)
    {
        var at = text.IndexOf('T', StringComparison.Ordinal);
        if (at < 0)
        {
            return TryDate(text) is { } day ? new FeelDateTime(day, new FeelTime(0, 0, null, null)) : null;
        }

        return TryDate(text[..at]) is { } date && TryTime(text[(at + 1)..]) is { } time ? new FeelDateTime(date, time) : null;
    }

    /// <summary>09:30:00, with up to nine digits of a second, then Z, +08:00, +08:00:30 or @Asia/Shanghai.</summary>
    public static FeelTime? TryTime(string text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':' || Digits(text[..2]) is not (>= 0 and < 24 and var hour)
            || Digits(text[3..5]) is not (>= 0 and < 60 and var minute) || Digits(text[6..8]) is not (>= 0 and < 60 and var second))
        {
            return null;
        }

        var rest = text.AsSpan(8);
        var nanosecond = 0;
        if (rest.Length > 1 && rest[0] == '.' && char.IsAsciiDigit(rest[1]))
        {
            var length = rest[1..].IndexOfAnyExceptInRange('0', '9');
            var digits = rest.Slice(1, length < 0 ? rest.Length - 1 : length);
            nanosecond = (int)Digits(digits[..Math.Min(9, digits.Length)].ToString().PadRight(9, '0'))!;
            rest = rest[(digits.Length + 1)..];
        }

        var ofDay = ((int)hour * 3600) + ((int)minute * 60) + (int)second;
        if (rest.Length == 0)
        {
            return new FeelTime(ofDay, nanosecond, null, null);
        }

        if (rest[0] == '@')
        {
            return FeelZone.TryFind(rest[1..].ToString()) is { } zone ? new FeelTime(ofDay, nanosecond, null, zone) : null;
        }

        return TryOffset(rest.ToString()) is { } offset ? new FeelTime(ofDay, nanosecond, offset, null) : null;
    }

    /// <summary>P1Y2M, or P1DT2H3M4.5S, with a minus in front; never both kinds in one.</summary>
    public static FeelValue? TryDuration(string text)
    {
        var isNegative = text.StartsWith('-');
        var rest = text.AsSpan(isNegative ? 1 : 0);
        if (rest.Length < 3 || rest[0] != 'P' || rest.Length > 200)
        {
            return null;
        }

        rest = rest[1..];
        decimal seconds = 0, months = 0;
        var isTime = false;
        var last = 0;
        var hasDays = false;
        var hasMonths = false;
        while (rest.Length > 0)
        {
            if (rest[0] == 'T')
            {
                if (isTime || rest.Length == 1)
                {
                    return null;
                }

                isTime = true;
                last = Math.Max(last, 3);
                rest = rest[1..];
                continue;
            }

            var length = rest.IndexOfAnyExcept("0123456789.");
            if (length <= 0 || rest[0] == '.' || !decimal.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                || amount > 1_000_000_000_000_000m)
            {
                return null;
            }

            var unit = rest[length];
            var order = (isTime ? "ymdHMS" : "YMDhms").IndexOf(unit, StringComparison.Ordinal) + 1;
            if (order <= last || (unit != 'S' && rest[..length].Contains('.')))
            {
                return null;
            }

            last = order;
            seconds += amount * order switch { 3 => 86_400, 4 => 3_600, 5 => 60, 6 => 1, _ => 0 };
            months += amount * order switch { 1 => 12, 2 => 1, _ => 0 };
            hasMonths |= order <= 2;
            hasDays |= order > 2;
            rest = rest[(length + 1)..];
        }

        return hasMonths == hasDays
            ? null
            : hasMonths ? FeelValue.YearMonth(isNegative ? -months : months) : FeelValue.DayTime(isNegative ? -seconds : seconds);
    }

    // +08:00 or +08:00:30, up to 18 hours.
    private static int? TryOffset(string text)
    {
        if (text is "Z" or "z")
        {
            return 0;
        }

        var hasSeconds = text.Length == 9;
        if (text[0] is not ('+' or '-') || (text.Length != 6 && !hasSeconds) || text[3] != ':' || (hasSeconds && text[6] != ':')
            || Digits(text[1..3]) is not (<= 18 and var hours) || Digits(text[4..6]) is not (< 60 and var minutes))
        {
            return null;
        }

        decimal seconds = 0;
        if (hasSeconds)
        {
            if (Digits(text[7..]) is not (< 60 and var given))
            {
                return null;
            }

            seconds = given;
        }

        var offset = (int)((hours * 3600) + (minutes * 60) + seconds);
        return offset > 18 * 3600 ? null : text[0] == '-' ? -offset : offset;
    }

    private static decimal? Digits(string text)
    {
        if (text.Length is 0 or > 9 || !text.All(char.IsAsciiDigit))
        {
            return null;
        }

        return decimal.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
