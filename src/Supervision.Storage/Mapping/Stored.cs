using System.Globalization;
using Supervision.Audit;

namespace Supervision.Storage.Mapping;

/// <summary>How dates, instants and points are written, the same in every table and on every engine.</summary>
internal static class Stored
{
    private const int PointScale = 10_000;

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Date(DateOnly? date) => date is { } day ? Date(day) : null;

    public static DateOnly ToDate(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ToOptionalDate(string? text) => text is null ? null : ToDate(text);

    public static long Instant(DateTimeOffset instant) => JournalEntry.Microseconds(instant);

    public static DateTimeOffset ToInstant(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>Points in ten-thousandths. SUP9021: there are more than four decimals, and rounding is not ours to do.</summary>
    public static long Points(decimal points)
    {
        var scaled = points * PointScale;
        return scaled == decimal.Truncate(scaled) && Math.Abs(scaled) <= long.MaxValue
            ? (long)scaled
            : throw new StorageException(
                $"SUP9021: {points.ToString(CultureInfo.InvariantCulture)} points cannot be stored, four decimals is the "
                + "limit. Round them in the rule pack, where the rounding can be cited.");
    }

    public static decimal ToPoints(long scaled) => (decimal)scaled / PointScale;
}
