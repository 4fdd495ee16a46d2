using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Rules.Counterfactuals;

/// <summary>One thing that would have to be different. Immutable.</summary>
/// <param name="Kind">Repaired, or withdrawn.</param>
/// <param name="Ledger">Ledger whose points it concerns; "" where an event that falls away may concern several.</param>
/// <param name="Cause">Id of the event behind the entry; "" for a repair whose entries the pack itself chooses.</param>
/// <param name="Code">Code of the fault, or null.</param>
/// <param name="On">Civil date of the entry; of the repair where the pack chooses the entries.</param>
/// <param name="Points">Points that are asked back, or that were posted.</param>
/// <param name="Basis">The provision that gives points back, or under which they were posted.</param>
public sealed record Change(
    ChangeKind Kind, string Ledger, string Cause, string? Code, DateOnly On, decimal Points, LegalBasis? Basis)
{
    /// <summary>For a repair: which entries get points back, and how many; found by applying the whole set.</summary>
    public IReadOnlyList<LedgerUse> Gives { get; init; } = [];
}
