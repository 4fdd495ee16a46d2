namespace Supervision.Credit;

/// <summary>Why a ledger changed.</summary>
public enum LedgerLineKind
{
    /// <summary>The balance that a ledger starts with.</summary>
    Opened = 1,

    /// <summary>An event posted points.</summary>
    Posted = 2,

    /// <summary>Another ledger was full and took its step here.</summary>
    StepTaken = 3,

    /// <summary>A repair gave points back; zero when there was nothing left to give back.</summary>
    Repaired = 4,

    /// <summary>Points or a step came to the end of their life.</summary>
    Expired = 5,

    /// <summary>The most or the least that the ledger can say cut it.</summary>
    Cut = 6,

    /// <summary>An entry was carried into the next period; no points change.</summary>
    Carried = 7,

    /// <summary>An event, a repair or a step was undone.</summary>
    Reversed = 8,

    /// <summary>A new version of the policy took the entry over, or out.</summary>
    Transferred = 9,

    /// <summary>A line did not post because another one had; no points change.</summary>
    Blocked = 10,

    /// <summary>A step reached a rung of the ladder; no points change.</summary>
    RungReached = 11,
}
