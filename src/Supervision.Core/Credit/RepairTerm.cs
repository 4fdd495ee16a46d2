using Supervision.Decisions;

namespace Supervision.Credit;

/// <summary>What one finished self-governance task gives back. Immutable.</summary>
/// <param name="Points">Points, more than 0, half points allowed; a repair never gives more than was taken.</param>
/// <param name="Basis">The provision, or the pack's own source.</param>
public sealed record RepairTerm(decimal Points, LegalBasis Basis);
