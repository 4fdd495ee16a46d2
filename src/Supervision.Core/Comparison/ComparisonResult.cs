namespace Supervision.Comparison;

/// <summary>The result of a comparison. Immutable.</summary>
/// <param name="Supervised">Records of the supervision data.</param>
/// <param name="Compared">Listings compared.</param>
/// <param name="Matched">Listings that are one business of the supervision data.</param>
/// <param name="Findings">What the lists do not agree on, by kind, then listing.</param>
public sealed record ComparisonResult(int Supervised, int Compared, int Matched, IReadOnlyList<ComparisonFinding> Findings);
