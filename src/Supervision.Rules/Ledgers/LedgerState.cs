namespace Supervision.Rules.Ledgers;

/// <summary>One ledger while a history is folded. Lives inside one fold.</summary>
internal sealed class LedgerState(LedgerDefinition definition)
{
    public LedgerDefinition Definition { get; } = definition;

    /// <summary>Entries with something left, oldest first.</summary>
    public List<LedgerEntry> Entries { get; } = [];

    public decimal Active { get; set; } = definition.Start;

    public decimal Unused { get; set; }

    public int Steps { get; set; }

    public int Reached { get; set; }

    public LedgerReading Reading => new(Active, Unused, Steps, Reached);
}
