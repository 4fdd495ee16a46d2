namespace Supervision.Rules.Ledgers;

/// <summary>What a full ledger does to the other one.</summary>
internal enum FullMode
{
    /// <summary>Each step is taken once, uses the points that filled it, and lives its own time.</summary>
    Ratchet = 1,

    /// <summary>The steps are those that the active points hold on the day of reading.</summary>
    Level,
}
