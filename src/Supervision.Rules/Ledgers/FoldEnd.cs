namespace Supervision.Rules.Ledgers;

/// <summary>Something that ends on a day: an entry, or a step with what it posted.</summary>
internal readonly record struct FoldEnd(LedgerEntry? Entry, LedgerStep? Step)
{
    public bool IsOver => Entry?.IsOver ?? Step!.IsOver;
}
