using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>Reads the value of a field by its form.</summary>
internal static class FieldForm
{
    private const string IsoDate = "yyyy-MM-dd";
    private const string IsoTime = "yyyy-MM-dd HH:mm:ss";

    /// <summary>What is wrong with a value that is filled, or null.</summary>
    public static Refusal? Problem(DataField field, string value)
    {
        if (field.MaxLength is { } longest && value.Length > longest)
        {
            return Refusal.Of("SUP7413", field.Name, Invariant.Text(value.Length), Invariant.Text(longest));
        }

        var isRight = field.Type switch
        {
            DataFieldType.Date or DataFieldType.Time => Moment(field, value) is not null,
            DataFieldType.Integer => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            DataFieldType.Decimal => Number(value) is not null,
            _ => true,
        };
        return isRight ? null : Refusal.Of("SUP7412", field.Name, value, FormatOf(field));
    }

    /// <summary>Day and, where the field has one, time of day; null when it is no such value.</summary>
    public static (DateOnly Day, TimeOnly? Time)? Moment(DataField field, string value)
    {
        if (field.Type == DataFieldType.Time)
        {
            return DateTime.TryParseExact(value, FormatOf(field), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? (DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time))
                : null;
        }

        return field.Type == DataFieldType.Date
            && DateOnly.TryParseExact(value, FormatOf(field), CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, null)
            : null;
    }

    public static decimal? Number(string value) => decimal.TryParse(
        value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string FormatOf(DataField field) => field.Format ?? field.Type switch
    {
        DataFieldType.Date => IsoDate,
        DataFieldType.Time => IsoTime,
        DataFieldType.Integer => "123",
        _ => "123.45",
    };
}
