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
}
