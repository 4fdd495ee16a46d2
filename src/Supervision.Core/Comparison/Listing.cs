namespace Supervision.Comparison;

/// <summary>A record of the platform or the delivery data, by its list.</summary>
/// <param name="Side">List.</param>
/// <param name="Id">Its id there.</param>
public sealed record Listing(ComparisonSide Side, string Id);
