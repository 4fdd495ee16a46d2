namespace Supervision.Rules.Ledgers;

/// <summary>One thing that an event does to a ledger: a line, else a repair, else a reversal.</summary>
internal readonly record struct FoldPart(LedgerDefinition Ledger, PostLine? Line, bool IsRepair);
