using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Warnings;

/// <summary>Which agencies get a warning of which model: dated data. Immutable, thread-safe.</summary>
public sealed class WarningRoutes
{
    private static readonly Lazy<WarningRoutes> s_shipped =
        new(() => Parse(ShippedDocument.Read("Supervision.Warnings.Data.warning-routes.json")));

    private readonly List<WarningRoute> _routes;

    private WarningRoutes(List<WarningRoute> routes) => _routes = routes;

    /// <summary>The routes that come with the library.</summary>
    public static WarningRoutes Shipped => s_shipped.Value;

    /// <summary>Reads <c>routes</c> [{model, fields, automaticFrom?, law, article, from, to?}].</summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names the part.</exception>
    public static WarningRoutes Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new WarningRoutes([.. CaseData.Items(document.RootElement, "routes").Select(item => new WarningRoute(
            CaseData.Text(item, "model"),
            [.. CaseData.Required(item, "fields").EnumerateArray().Select(field => field.GetString()!)],
            item.TryGetProperty("automaticFrom", out var level) ? CaseData.EnumOf<WarningLevel>(level) : null,
            CaseData.BasisOf(item)))]);
    }

    /// <summary>The route of a model on a civil date, or null: then a person dispatches.</summary>
    public WarningRoute? For(string model, DateOnly date) =>
        _routes.FindLast(route => route.Model == model && route.Basis.IsInForceOn(date));
}
