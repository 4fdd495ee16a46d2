using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.DecisionSupport;

/// <summary>Indicators that a bureau looks at: its data. Immutable, thread-safe.</summary>
public sealed class IndicatorSet
{
    private static readonly Lazy<IndicatorSet> s_shipped =
        new(() => Parse(ShippedDocument.Read("Supervision.DecisionSupport.Data.indicators.json")));

    private readonly IReadOnlyList<IndicatorTarget> _gapDays;

    private IndicatorSet(IReadOnlyList<IndicatorDefinition> all, IReadOnlyList<IndicatorTarget> gapDays, string hash) => (All, _gapDays, ContentHash) = (all, gapDays, hash);

    /// <summary>The indicators that come with the library.</summary>
    public static IndicatorSet Shipped => s_shipped.Value;

    /// <summary>All of them, in the order of the document.</summary>
    public IReadOnlyList<IndicatorDefinition> All { get; }

    /// <summary>SHA-256 of the document, 64 lower-case hexadecimal digits: a published figure says by which definitions it was made.</summary>
    public string ContentHash { get; }

    /// <summary>The indicator of a code, or null.</summary>
    public IndicatorDefinition? Find(string code) => All.FirstOrDefault(one => one.Code == code);

    /// <summary>How many days a gap in the readings of a monitoring point may be mended before it counts, on a civil date; 0 where the document does not say.</summary>
    public int GapDaysOn(DateOnly date) => (int)(_gapDays.LastOrDefault(days => days.From <= date)?.Value ?? 0);

    /// <summary>Reads <c>indicators</c> and <c>gapDays</c>; docs/reference/indicators.md has the form.</summary>
    /// <exception cref="JsonException">The text is not of that form; the message names the indicator and the part.</exception>
    public static IndicatorSet Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var all = CaseData.Items(document.RootElement, "indicators").Select(Read).ToArray();
        return all.GroupBy(one => one.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new JsonException($"Indicator '{twice.Key}' is there twice.")
            : new IndicatorSet(all, [.. CaseData.Items(document.RootElement, "gapDays").Select(item => Target("gapDays", item)).OrderBy(days => days.From)], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    private static IndicatorDefinition Read(JsonElement json)
    {
        var code = CaseData.Text(json, "code");
        var smallest = json.TryGetProperty("smallest", out var given) ? given.GetInt32() : 1;
        return new IndicatorDefinition
        {
            Code = code,
            Name = CaseData.Text(json, "name"),
            EnglishName = CaseData.Text(json, "englishName"),
            Numerator = Measure(code, CaseData.Required(json, "numerator")),
            Denominator = Measure(code, CaseData.Required(json, "denominator")),
            IsRemainder = json.TryGetProperty("isRemainder", out var remainder) && remainder.GetBoolean(),
            Unit = CaseData.EnumOf<IndicatorUnit>(CaseData.Required(json, "unit")),
            Direction = CaseData.EnumOf<IndicatorDirection>(CaseData.Required(json, "direction")),
            Target = json.TryGetProperty("target", out var target) ? Target(code, target) : null,
            Smallest = smallest >= 1 ? smallest : throw new JsonException($"Indicator '{code}': 'smallest' is below 1."),
        };
    }

    private static IndicatorMeasure Measure(string code, JsonElement json)
    {
        var source = CaseData.EnumOf<IndicatorSource>(CaseData.Required(json, "count"));
        var fields = IndicatorFields.Of(source);
        var filters = json.EnumerateObject().Where(member => member.Name != "count").Select(member =>
        {
            string[] values = [.. member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().Select(Text) : [Text(member.Value)]];
            return !fields.TryGetValue(member.Name, out var known)
                    ? throw new JsonException($"Indicator '{code}': {source} has no field '{member.Name}', only {string.Join(", ", fields.Keys)}.")
                : values.Length == 0 || values.FirstOrDefault(value => known.Length > 0 && !known.Contains(value, StringComparer.Ordinal)) is not null
                    ? throw new JsonException($"Indicator '{code}': '{member.Name}' takes {string.Join(", ", known)}, not '{string.Join(", ", values)}'.")
                    : new IndicatorFilter(member.Name, values);
        });
        return new IndicatorMeasure(source, [.. filters]);
    }

    private static string Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => json.GetString()!,
        _ => throw new JsonException($"'{json.GetRawText()}' is neither a text nor true or false."),
    };

    private static IndicatorTarget Target(string code, JsonElement json) => new(
        CaseData.Required(json, "value").GetDecimal(),
        DateOnly.TryParseExact(CaseData.Text(json, "from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? from
            : throw new JsonException($"Indicator '{code}': the target's 'from' is not a date."),
        CaseData.Text(json, "source"));
}
