using System.Globalization;
using System.Text.Json;

namespace Supervision.Time;

/// <summary>
/// The notice that arranges the days off of one year, in the form of the open data set holiday-cn. It lists every day of
/// a holiday block and the make-up working days, some of them in the December before. Immutable.
/// </summary>
public sealed class CalendarYear
{
    private CalendarYear(int year, IReadOnlyList<string> papers, IReadOnlyDictionary<DateOnly, bool> isOff) =>
        (Year, Papers, IsOff) = (year, papers, isOff);

    /// <summary>The year of the notice.</summary>
    public int Year { get; }

    /// <summary>Addresses of the papers that arranged it, the first notice before later changes.</summary>
    public IReadOnlyList<string> Papers { get; }

    /// <summary>The listed days, off or worked.</summary>
    internal IEnumerable<DateOnly> Days => IsOff.Keys;

    /// <summary>Whether a day is listed as a make-up working day.</summary>
    internal bool Works(DateOnly date) => IsOff.TryGetValue(date, out var off) && !off;

    /// <summary>Listed days: true for a day off, false for a make-up working day.</summary>
    internal IReadOnlyDictionary<DateOnly, bool> IsOff { get; }

    /// <summary>Reads <c>{"year", "papers": […], "days": [{"date", "isOffDay"}]}</c>; other members are ignored.</summary>
    /// <exception cref="JsonException">
    /// The text is not JSON of that shape, a day stands twice, or there is no day at all: an empty list means that nothing was
    /// announced, not that every weekday is worked.
    /// </exception>
    public static CalendarYear Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var year = Required(root, "year").GetInt32();
        var days = new Dictionary<DateOnly, bool>();
        foreach (var day in Required(root, "days").EnumerateArray())
        {
            var text = Required(day, "date").GetString();
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                throw new JsonException($"'{text}' is not a date: write it as 2026-01-31.");
            }

            if (!days.TryAdd(date, Required(day, "isOffDay").GetBoolean()))
            {
                throw new JsonException($"{text} stands twice. Keep one.");
            }
        }

        if (days.Count == 0)
        {
            throw new JsonException($"The notice of {year.ToString(CultureInfo.InvariantCulture)} lists no day: it is not published yet.");
        }

        return new CalendarYear(year, [.. Required(root, "papers").EnumerateArray().Select(paper => paper.GetString()!)], days);
    }

    private static JsonElement Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"'{name}' is missing.");
}
