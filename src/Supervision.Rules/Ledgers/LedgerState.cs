namespace Supervision.Rules.Ledgers;

/// <summary>One ledger while a history is folded. Lives inside one fold.</summary>
internal sealed class LedgerState(LedgerDefinition definition)
{
    /// <summary>The ledger in the version that is in force on the day of the fold.</summary>
    public LedgerDefinition Definition { get; set; } = definition;

    /// <summary>Entries that count, oldest first.</summary>
    public List<LedgerEntry> Entries { get; } = [];

    /// <summary>Everything that events posted, also what has ended; what a step posted is not in it.</summary>
    public List<LedgerEntry> History { get; } = [];

    /// <summary>Steps in force, oldest first.</summary>
    public List<LedgerStep> Live { get; } = [];

    /// <summary>Repairs by event, so that one that was obtained by fraud can be taken back.</summary>
    public List<(string Event, DateOnly On, LedgerEntry Entry, decimal Unused, decimal Used)> Repairs { get; } = [];

    /// <summary>Sum of the entries, without the start.</summary>
    public decimal Active { get; set; }

    public decimal Unused { get; set; }

    public int Reached { get; set; }

    /// <summary>Rung of the last step, from 1; 0 before the first.</summary>
    public int Rung { get; set; }

    public DateOnly LastStepOn { get; set; }

    /// <summary>Entries posted up to the last step, by <see cref="LedgerEntry.Order"/>.</summary>
    public int LastStepOrder { get; set; }

    /// <summary>Date of the first entry, from which a cycle may count.</summary>
    public DateOnly? FirstOn { get; set; }
}
