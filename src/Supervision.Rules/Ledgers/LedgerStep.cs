namespace Supervision.Rules.Ledgers;

/// <summary>One step of a full ledger while it is in force. Lives inside one fold.</summary>
internal sealed class LedgerStep(LedgerState of, DateOnly on)
{
    public LedgerState Of { get; } = of;

    public DateOnly On { get; } = on;

    /// <summary>What it used, entry by entry.</summary>
    public List<(LedgerEntry Entry, decimal Points)> Used { get; } = [];

    /// <summary>What it posted elsewhere, or null.</summary>
    public LedgerEntry? Effect { get; set; }

    public bool IsOver { get; set; }
}
