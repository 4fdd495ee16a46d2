namespace Supervision.Credit;

/// <summary>What happened to a subject's credit. Rule packs name these words in <c>when:</c>.</summary>
public enum CreditEventKind
{
    /// <summary>A point notice (记分告知单) with its faults was served.</summary>
    PointNoticeServed = 1,

    /// <summary>A promise given for a licence was found broken (未履约).</summary>
    CommitmentBreached = 2,

    /// <summary>A repair (信用修复) was verified and approved, with the points it gives back.</summary>
    RepairApproved = 3,

    /// <summary>A point notice was annulled upon an objection (撤销记分): from that day it counts as if it had not been served.</summary>
    PointNoticeAnnulled = 4,
}
