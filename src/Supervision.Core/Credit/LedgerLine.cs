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
    LegalBasis? Basis = null)
{
    /// <summary>For a step: which points of which entries filled it; else empty.</summary>
    public IReadOnlyList<LedgerUse> Used { get; init; } = [];

    /// <summary>Equal in everything, what was used included.</summary>
    public bool Equals(LedgerLine? other) => other is not null
        && (Date, Ledger, Kind, Points, Cause, Code, Basis) == (other.Date, other.Ledger, other.Kind, other.Points, other.Cause, other.Code, other.Basis)
        && Used.SequenceEqual(other.Used);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Date, Ledger, Kind, Points, Cause, Code, Used.Count);
}
