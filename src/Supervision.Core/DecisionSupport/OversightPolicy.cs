using System.Globalization;
using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.DecisionSupport;

/// <summary>The numbers of an audit of the inspectors, by date: data of the bureau. Immutable, thread-safe.</summary>
public sealed class OversightPolicy
{
    private static readonly Lazy<OversightPolicy> s_shipped =
        new(() => Parse(ShippedDocument.Read("Supervision.DecisionSupport.Data.oversight-policy.json")));

    private readonly OversightTerms[] _terms;

    private OversightPolicy(OversightTerms[] terms) => _terms = terms;

    /// <summary>The example that comes with the library; its numbers are assumed, no text was found that sets them.</summary>
    public static OversightPolicy Shipped => s_shipped.Value;

    /// <summary>Reads <c>terms</c>, the oldest first.</summary>
    /// <exception cref="JsonException">The text is not of that form; the message names the part.</exception>
    public static OversightPolicy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        OversightTerms[] terms = [.. CaseData.Items(document.RootElement, "terms").Select(item => new OversightTerms(
            DateOnly.TryParseExact(CaseData.Text(item, "from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                ? from
                : throw new JsonException("'from' is not a date: write it as 2026-01-31."),
            Number(item, "leastSeconds", 0), Number(item, "secondsPerPoint", 0), Number(item, "repeatsFrom", 2), Number(item, "entriesPerYear", 0),
            CaseData.Text(item, "source")))];
        return terms.Length > 0 && terms.Zip(terms.Skip(1)).All(pair => pair.First.From < pair.Second.From)
            ? new OversightPolicy(terms)
            : throw new JsonException("'terms' is empty, or not in the order of its days.");
    }

    /// <summary>What applies on a civil day; before the first day, what applied first.</summary>
    public OversightTerms On(DateOnly day) => _terms.LastOrDefault(terms => terms.From <= day) ?? _terms[0];

    private static int Number(JsonElement json, string name, int least) =>
        CaseData.Required(json, name).GetInt32() is var number && number >= least
            ? number
            : throw new JsonException($"'{name}' is {Invariant.Text(number)}: at least {Invariant.Text(least)}.");
}
