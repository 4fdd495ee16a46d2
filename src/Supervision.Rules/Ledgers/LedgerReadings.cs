using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>All ledgers on a day, in the order of the pack, the lines that made them, and the fold behind them.</summary>
internal sealed record LedgerReadings(LedgerReading[] Ledgers, IReadOnlyList<LedgerLine> Lines, FoldState State)
{
    public DateOnly AsOf { get; init; }

    /// <summary>The reading of a ledger, or null where the pack has no such ledger.</summary>
    public LedgerReading? Find(string name) => State.Timeline.Deciding.IndexOf(name) is >= 0 and var at ? Ledgers[at] : null;
}
