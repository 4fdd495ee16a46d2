using System.Globalization;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>Reads the documents that hold the numbers of the law.</summary>
internal static class CaseData
{
    public static IEnumerable<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    public static JsonElement Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"'{name}' is missing in {json.GetRawText()}.");

    public static string Text(JsonElement json, string name) => Required(json, name).GetString()!;

    public static LegalBasis BasisOf(JsonElement json) => new(
        Text(json, "law"), Text(json, "article"), DateOf(Required(json, "from")),
        json.TryGetProperty("to", out var to) ? DateOf(to) : null);

    public static PenaltyKind KindsOf(JsonElement json) => Required(json, "kinds").EnumerateArray()
        .Aggregate(PenaltyKind.None, (kinds, kind) => kinds | EnumOf<PenaltyKind>(kind));

    public static T EnumOf<T>(JsonElement json)
        where T : struct, Enum => Enum.TryParse<T>(json.GetString(), out var value) && Enum.IsDefined(value)
            ? value
            : throw new JsonException($"'{json.GetString()}' is none of {string.Join(", ", Enum.GetNames<T>())}.");

    private static DateOnly DateOf(JsonElement json) =>
        DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException($"'{json.GetString()}' is not a date: write it as 2026-01-31.");
}
