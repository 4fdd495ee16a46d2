using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>All ledgers on a day, in the order of the pack, the lines that made them, and the fold behind them.</summary>
internal sealed record LedgerReadings(LedgerReading[] Ledgers, IReadOnlyList<LedgerLine> Lines, FoldState State)
{
    public DateOnly AsOf { get; init; }

    /// <summary>By name, as expressions see them.</summary>
    public IReadOnlyDictionary<string, LedgerReading> ByName { get; init; } = new Dictionary<string, LedgerReading>(StringComparer.Ordinal);
}
