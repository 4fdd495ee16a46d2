namespace Supervision.Matters;

/// <summary>Where a matter stands. The kinds share the words; which of them a kind uses is in its life-cycle.</summary>
public enum MatterState
{
    /// <summary>A warning was raised.</summary>
    Raised = 1,

    /// <summary>A warning is confirmed.</summary>
    Confirmed = 2,

    /// <summary>A warning was a false positive 误报.</summary>
    FalsePositive = 3,

    /// <summary>A warning has gone to agencies as tasks.</summary>
    Tasked = 4,

    /// <summary>A warning is disposed of 已处置.</summary>
    Disposed = 5,

    /// <summary>A disposal was reviewed by somebody else.</summary>
    Reviewed = 6,

    /// <summary>An event was reported.</summary>
    Reported = 10,

    /// <summary>An event has a category.</summary>
    Triaged = 11,

    /// <summary>An event lies with an agency that has not accepted it yet.</summary>
    Dispatched = 12,

    /// <summary>Agencies dispute who is competent.</summary>
    InDispute = 13,

    /// <summary>An event is accepted.</summary>
    Accepted = 14,

    /// <summary>Officers are on site.</summary>
    OnSite = 15,

    /// <summary>An event is handled.</summary>
    Handled = 16,

    /// <summary>What was ordered was checked again.</summary>
    Rechecked = 17,

    /// <summary>The origin was told the result.</summary>
    FedBack = 18,

    /// <summary>An event is not accepted, with a reason.</summary>
    Declined = 19,

    /// <summary>A promise was applied for.</summary>
    Applied = 30,

    /// <summary>The applicant may promise.</summary>
    Eligible = 31,

    /// <summary>The licence takes the ordinary procedure 一般程序.</summary>
    OrdinaryProcedure = 32,

    /// <summary>The promise is signed.</summary>
    Committed = 33,

    /// <summary>The licence is granted; its check is to be dispatched.</summary>
    Granted = 34,

    /// <summary>The check lies with the enforcement agency.</summary>
    CheckDispatched = 35,

    /// <summary>The promise is kept 已履约.</summary>
    Kept = 36,

    /// <summary>The promise is broken 未履约.</summary>
    Breached = 37,

    /// <summary>Correction is ordered.</summary>
    Ordered = 38,

    /// <summary>The recheck found it corrected.</summary>
    Fixed = 39,

    /// <summary>The licence is withdrawn.</summary>
    Revoked = 40,

    /// <summary>An entry of a list holds.</summary>
    InForce = 50,

    /// <summary>An entry of a list was lifted 移出.</summary>
    Lifted = 51,

    /// <summary>That a subject be put on a list was told to it 拟列入; it may plead.</summary>
    Proposed = 52,

    /// <summary>The subject asked to be taken off 申请移出; the entry still holds.</summary>
    RemovalRequested = 53,

    /// <summary>A point notice was served.</summary>
    Notified = 60,

    /// <summary>The subject objects.</summary>
    Disputed = 61,

    /// <summary>The objection was refused, with the reason.</summary>
    Upheld = 62,

    /// <summary>The objection was accepted: the notice counts no more.</summary>
    Annulled = 63,

    /// <summary>A task lies with the subject.</summary>
    Assigned = 70,

    /// <summary>The subject handed in what it did.</summary>
    Submitted = 71,

    /// <summary>An officer verified it online.</summary>
    Verified = 72,

    /// <summary>It was sent.</summary>
    Sent = 80,

    /// <summary>Whoever it was sent to has taken note.</summary>
    Acknowledged = 81,

    /// <summary>Nothing is left to do.</summary>
    Closed = 90,
}
