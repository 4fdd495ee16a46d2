namespace Supervision.Storage.Mapping.Comparison;

internal sealed record ListingJson(int Side, string Id);
