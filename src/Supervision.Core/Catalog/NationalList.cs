using Supervision.Decisions;

namespace Supervision.Catalog;

/// <summary>Asks, before anything new is begun, whether an item is on the list: outside of it nothing is inspected 事项清单以外无监管.</summary>
internal static class NationalList
{
    /// <summary>SUP1123 when the item maps to no entry of the national catalogue; null when it does.</summary>
    public static async Task<Refusal?> RefuseAsync(ICatalogStore catalog, SupervisionItem item, CancellationToken cancellationToken)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        if (item.NationalCode is { } code && await catalog.FindNationalItemAsync(code, cancellationToken).ConfigureAwait(false) is not null)
        {
            codes.Add(code);
        }

        return ItemLifecycle.RefuseUnmapped(item, codes);
    }
}
