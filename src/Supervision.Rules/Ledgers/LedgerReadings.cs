using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>All ledgers on a day, in the order of the pack, and the lines that made them.</summary>
internal sealed record LedgerReadings(LedgerReading[] Ledgers, IReadOnlyList<LedgerLine> Lines);
