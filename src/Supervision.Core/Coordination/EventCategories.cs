using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>The list of categories 协办协管事项清单: data of the centre. Immutable, thread-safe.</summary>
public sealed class EventCategories
{
    private const int MostFaultsTold = 20;

    private static readonly Lazy<EventCategories> s_shipped =
        new(() => Parse(ShippedDocument.Read("Supervision.Coordination.Data.event-categories.json")));

    private readonly Dictionary<string, EventCategory> _byCode;

    private EventCategories(JsonElement root, string document)
    {
        Document = document;
        Source = CaseData.Text(root, "source");
        var (rows, faults) = (new List<EventCategory>(), new List<string>());
        foreach (var (at, item) in CaseData.Items(root, "categories").Index())
        {
            if (FaultOf(item, rows) is { } fault)
            {
                faults.Add(FormattableString.Invariant($"row {at + 1}: {fault}"));
            }
            else
            {
                rows.Add(new EventCategory(CaseData.Text(item, "code"), CaseData.Text(item, "name"), CaseData.Text(item, "field")));
            }
        }

        if (faults.Count > 0)
        {
            throw new JsonException(string.Join("; ", faults.Take(MostFaultsTold)) + (faults.Count > MostFaultsTold ? FormattableString.Invariant($"; and {faults.Count - MostFaultsTold} more.") : "."));
        }

        All = rows;
        Whole = root.TryGetProperty("whole", out var whole) ? whole.GetInt32() : rows.Count;
        _byCode = rows.Count == 0 ? throw new JsonException("'categories' has no row.")
            : Whole < rows.Count ? throw new JsonException(FormattableString.Invariant($"'whole' is {Whole}, but there are {rows.Count} rows."))
            : rows.ToDictionary(category => category.Code, StringComparer.Ordinal);
    }

    /// <summary>The example list that comes with the library: a part of Yiwu's.</summary>
    public static EventCategories Shipped => s_shipped.Value;

    /// <summary>All categories, in the order of the document.</summary>
    public IReadOnlyCollection<EventCategory> All { get; }

    /// <summary>Where the list is from.</summary>
    public string Source { get; }

    /// <summary>How many categories the list has at its source; more than <see cref="All"/> where only a part is known.</summary>
    public int Whole { get; }

    /// <summary>The document that it was read from.</summary>
    public string Document { get; }

    /// <summary>
    /// Reads <c>source</c>, <c>whole</c> (the number of categories at the source; that of the rows if absent) and <c>categories</c> [{code, name, field}].
    /// A list with a hole would turn events away, so all rows are good or none is taken.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names each bad row by its number, from 1.</exception>
    public static EventCategories Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new EventCategories(document.RootElement, json);
    }

    /// <summary>The category of a code, or null.</summary>
    public EventCategory? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    private static string? FaultOf(JsonElement item, List<EventCategory> before) =>
        item.ValueKind != JsonValueKind.Object ? "it is no object"
        : new[] { "code", "name", "field" }.FirstOrDefault(name => !item.TryGetProperty(name, out var text) || text.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(text.GetString())) is { } empty
            ? $"'{empty}' is missing or no text"
        : before.Exists(category => category.Code == CaseData.Text(item, "code")) ? $"the code '{CaseData.Text(item, "code")}' is there already"
        : null;
}
