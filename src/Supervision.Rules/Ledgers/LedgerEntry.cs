namespace Supervision.Rules.Ledgers;

/// <summary>Points that were posted and still take or give something. Lives inside one fold.</summary>
internal sealed class LedgerEntry(LedgerState ledger, LedgerState? stepOf, DateOnly date, decimal points, string cause)
{
    public LedgerState Ledger { get; } = ledger;

    /// <summary>The full ledger whose step this is, or null for points of an event.</summary>
    public LedgerState? StepOf { get; } = stepOf;

    public DateOnly Date { get; } = date;

    public string Cause { get; } = cause;

    /// <summary>What is left of it after repairs.</summary>
    public decimal Left { get; set; } = points;

    /// <summary>What of it no step has used.</summary>
    public decimal Unused { get; set; } = points;
}
