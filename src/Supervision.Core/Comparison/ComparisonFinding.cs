namespace Supervision.Comparison;

/// <summary>Something that the lists do not agree on. Immutable.</summary>
/// <param name="Id">The run's id and a serial.</param>
/// <param name="Kind">What.</param>
/// <param name="Listings">The listings it is about.</param>
/// <param name="Match">The licensed business it was matched with, or the nearest one; null when none is near.</param>
/// <param name="Confidence">How sure the finding is, in thousandths.</param>
public sealed record ComparisonFinding(
    string Id, ComparisonFindingKind Kind, IReadOnlyList<Listing> Listings, RecordMatch? Match, int Confidence);
