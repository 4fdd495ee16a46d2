using Supervision.Decisions;

namespace Supervision.Credit;

/// <summary>One change of one ledger. The lines of a ledger sum to its reading. Immutable.</summary>
/// <param name="Date">Civil date of the change.</param>
/// <param name="Ledger">Name of the ledger in the rule pack.</param>
/// <param name="Kind">Why it changed.</param>
/// <param name="Points">By how much, signed.</param>
/// <param name="Cause">Id of the event behind it; for a step, of the event that filled the other ledger.</param>
/// <param name="Code">Code of the fault behind it, or null.</param>
/// <param name="Basis">The provision behind the number, or null when the pack cites none.</param>
public sealed record LedgerLine(
    DateOnly Date,
    string Ledger,
    LedgerLineKind Kind,
    decimal Points,
    string Cause,
    string? Code = null,
    LegalBasis? Basis = null);
