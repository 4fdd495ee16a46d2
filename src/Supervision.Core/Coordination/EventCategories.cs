using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>The list of categories 协办协管事项清单: data of the centre. Immutable, thread-safe.</summary>
public sealed class EventCategories
{
    private static readonly Lazy<EventCategories> s_shipped =
        new(() => Parse(ShippedDocument.Read("Supervision.Coordination.Data.event-categories.json")));

    private readonly Dictionary<string, EventCategory> _byCode;

    private EventCategories(IEnumerable<EventCategory> categories) =>
        _byCode = categories.ToDictionary(category => category.Code, StringComparer.Ordinal);

    /// <summary>The example list that comes with the library.</summary>
    public static EventCategories Shipped => s_shipped.Value;

    /// <summary>All categories.</summary>
    public IReadOnlyCollection<EventCategory> All => _byCode.Values;

    /// <summary>Reads <c>categories</c> [{code, name, field}].</summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names the part.</exception>
    public static EventCategories Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new EventCategories(CaseData.Items(document.RootElement, "categories").Select(item =>
            new EventCategory(CaseData.Text(item, "code"), CaseData.Text(item, "name"), CaseData.Text(item, "field"))));
    }

    /// <summary>The category of a code, or null.</summary>
    public EventCategory? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);
}
