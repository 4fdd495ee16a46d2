using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>A number that a provision gives: an amount in yuan, a share, a count.</summary>
/// <param name="Value">The number.</param>
/// <param name="Basis">The provision.</param>
public sealed record CaseNumber(decimal Value, LegalBasis Basis);
