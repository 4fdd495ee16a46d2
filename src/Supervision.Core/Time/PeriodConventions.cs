using System.Globalization;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>
/// The conventions of several laws, each from the day on which it took effect. Data, not code: the shipped list is read
/// from a document, and a bureau may read its own. Immutable, thread-safe.
/// </summary>
public sealed class PeriodConventions
{
    private static readonly Lazy<PeriodConventions> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Time.Data.period-conventions.json")));

    private readonly List<PeriodConvention> _conventions;

    private PeriodConventions(LegalBasis roll, List<PeriodConvention> conventions) =>
        (Roll, _conventions) = (roll, conventions);

    /// <summary>The conventions that come with the library.</summary>
    public static PeriodConventions Shipped => s_shipped.Value;

    /// <summary>Why a period whose last day is a day off ends on the next working day.</summary>
    public LegalBasis Roll { get; }

    /// <summary>
    /// Reads conventions: <c>roll</c> {law, article, from}, <c>conventions</c> [{law, article, from, to, and one of workingLengths,
    /// workingUpTo, allWorking}].
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message says where.</exception>
    public static PeriodConventions Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new PeriodConventions(
            BasisOf(Required(root, "roll")), [.. Required(root, "conventions").EnumerateArray().Select(ConventionOf)]);
    }

    /// <summary>The convention of a law on a civil date.</summary>
    /// <exception cref="ArgumentException">SUP1902: there is none: the law is not in the list, or was not in force on that day.</exception>
    public PeriodConvention On(string law, DateOnly date) =>
        _conventions.Find(c => string.Equals(c.Basis.Law, law, StringComparison.Ordinal) && c.Basis.IsInForceOn(date))
        ?? throw new ArgumentException(
            Refusal.Of("SUP1902", law, Invariant.Text(date)).ToString(), nameof(law));

    private static PeriodConvention ConventionOf(JsonElement json)
    {
        var basis = BasisOf(json);
        if (json.TryGetProperty("workingLengths", out var lengths))
        {
            return new PeriodConvention(basis, lengths.EnumerateArray().Select(length => length.GetInt32()), 0);
        }

        if (json.TryGetProperty("workingUpTo", out var upTo))
        {
            return new PeriodConvention(basis, [], upTo.GetInt32());
        }

        return json.TryGetProperty("allWorking", out var all) && all.GetBoolean()
            ? new PeriodConvention(basis, [], int.MaxValue)
            : throw new JsonException($"'{basis.Law}' needs workingLengths, workingUpTo or allWorking.");
    }

    private static LegalBasis BasisOf(JsonElement json) => new(
        Required(json, "law").GetString()!, Required(json, "article").GetString()!,
        DateOf(Required(json, "from")), json.TryGetProperty("to", out var to) ? DateOf(to) : null);

    private static JsonElement Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"'{name}' is missing.");

    private static DateOnly DateOf(JsonElement json) =>
        DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException($"'{json.GetString()}' is not a date: write it as 2026-01-31.");
}
