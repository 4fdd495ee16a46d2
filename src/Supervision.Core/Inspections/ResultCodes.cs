using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>The result codes of each check type. Data, not code. Immutable, thread-safe.</summary>
public sealed class ResultCodes
{
    private static readonly Lazy<ResultCodes> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Inspections.Data.result-codes.json")));

    private readonly Dictionary<(CheckType, string), ResultCode> _codes;

    private ResultCodes(IEnumerable<ResultCode> codes) => _codes = codes.ToDictionary(code => (code.Type, code.Code));

    /// <summary>The lists that come with the library.</summary>
    public static ResultCodes Shipped => s_shipped.Value;

    /// <summary>Reads lists: <c>randomInspection</c> and <c>annualReport</c>, each [{code, meaning, consequence, exclusive}].</summary>
    /// <exception cref="JsonException">The text is not JSON of that shape.</exception>
    public static ResultCodes Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new ResultCodes([
            .. from type in Enum.GetValues<CheckType>()
               from member in document.RootElement.EnumerateObject()
               where string.Equals(member.Name, type.ToString(), StringComparison.OrdinalIgnoreCase)
               from code in member.Value.EnumerateArray()
               select Read(type, code),
        ]);
    }

    /// <summary>
    /// The codes in a comma-separated list, in its order. SUP2131: the list of this check type has no such code; SUP2132: a
    /// code stands twice, or beside one that excludes all others.
    /// </summary>
    /// <param name="type">Which list: a code without its list has no meaning.</param>
    /// <param name="text">Codes as published, "6" or "3,E"; blanks are ignored.</param>
    public Outcome<IReadOnlyList<ResultCode>> Read(CheckType type, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var codes = new List<ResultCode>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!_codes.TryGetValue((type, part), out var code))
            {
                return Refusal.Of("SUP2131", part, type.ToString(), Known(type));
            }

            codes.Add(code);
        }

        var clash = codes.Count > 1 && codes.Exists(code => code.IsExclusive);
        return clash || codes.Distinct().Count() < codes.Count
            ? Refusal.Of("SUP2132", text)
            : codes;
    }

    private string Known(CheckType type) =>
        string.Join(", ", _codes.Keys.Where(key => key.Item1 == type).Select(key => key.Item2));

    private static ResultCode Read(CheckType type, JsonElement json) => new(
        type,
        json.GetProperty("code").GetString()!,
        json.GetProperty("meaning").GetString()!,
        Enum.Parse<ResultConsequence>(json.GetProperty("consequence").GetString()!, ignoreCase: true),
        json.TryGetProperty("exclusive", out var exclusive) && exclusive.GetBoolean());
}
