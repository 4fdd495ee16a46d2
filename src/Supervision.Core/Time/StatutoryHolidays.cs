using System.Globalization;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>
/// The statutory holidays 法定节假日, which the law itself names. A notice arranges days off around them and lists both alike, so that it
/// cannot tell them apart; but it can never make one of them a working day. Data by year; immutable, thread-safe.
/// </summary>
/// <legal source="全国年节及纪念日放假办法" article="第二条" inForceFrom="2025-01-01" />
internal sealed class StatutoryHolidays
{
    private static readonly Lazy<StatutoryHolidays> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Time.Data.statutory-holidays.json")));

    private readonly Dictionary<int, IReadOnlyList<DateOnly>> _years;

    private StatutoryHolidays(LegalBasis basis, Dictionary<int, IReadOnlyList<DateOnly>> years) => (Basis, _years) = (basis, years);

    /// <summary>The thirteen days of each year from 2025 to 2027.</summary>
    public static StatutoryHolidays Shipped => s_shipped.Value;

    /// <summary>The provision that names them.</summary>
    public LegalBasis Basis { get; }

    /// <summary>Reads <c>{"law", "article", "from", "years": {"2026": ["01-01", …]}}</c>; other members are ignored.</summary>
    /// <exception cref="JsonException">The text is not JSON of that shape.</exception>
    public static StatutoryHolidays Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new StatutoryHolidays(
            new LegalBasis(Text(root, "law"), Text(root, "article"), Date(Text(root, "from"))),
            Required(root, "years").EnumerateObject().ToDictionary(
                year => int.Parse(year.Name, CultureInfo.InvariantCulture),
                year => (IReadOnlyList<DateOnly>)[.. year.Value.EnumerateArray().Select(day => Date($"{year.Name}-{day.GetString()}"))]));
    }

    /// <summary>The days of a year in order, empty for a year that the data does not have.</summary>
    public IReadOnlyList<DateOnly> Of(int year) => _years.GetValueOrDefault(year) ?? [];

    private static string Text(JsonElement json, string name) => Required(json, name).GetString()!;

    private static JsonElement Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"'{name}' is missing.");

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException($"'{text}' is not a date: write the year as 2026, a day as 01-31.");
}
