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

    /// <summary>The gate lets the applicant promise.</summary>
    Eligible = 20,

    /// <summary>The application goes the ordinary way 一般程序.</summary>
    OrdinaryProcedure = 21,

    /// <summary>The promise is signed.</summary>
    Committed = 22,

    /// <summary>The licence was given.</summary>
    Granted = 23,

    /// <summary>The promise is being checked.</summary>
    CheckDispatched = 24,

    /// <summary>The promise was kept 已履约.</summary>
    Kept = 25,

    /// <summary>The promise was broken 未履约.</summary>
    Breached = 26,

    /// <summary>An order to correct was served.</summary>
    Ordered = 27,

    /// <summary>The breach is corrected.</summary>
    Fixed = 28,

    /// <summary>Withdrawn: a licence, a point notice.</summary>
    Revoked = 29,

    /// <summary>A point notice was served.</summary>
    Notified = 40,

    /// <summary>The subject objects 异议.</summary>
    Disputed = 41,

    /// <summary>The points stand.</summary>
    Effective = 42,

    /// <summary>Sent to the subject or the agency.</summary>
    Issued = 50,

    /// <summary>The subject has submitted.</summary>
    Submitted = 51,

    /// <summary>An officer has verified it online.</summary>
    Verified = 52,

    /// <summary>Receipt was given.</summary>
    Acknowledged = 53,

    /// <summary>The restriction is imposed.</summary>
    Imposed = 60,

    /// <summary>The restriction was lifted.</summary>
    Lifted = 61,

    /// <summary>An entry is proposed; the subject may plead.</summary>
    Proposed = 70,

    /// <summary>On the list.</summary>
    Entered = 71,

    /// <summary>Removal was asked for.</summary>
    RemovalRequested = 72,

    /// <summary>Off the list.</summary>
    Removed = 73,

    /// <summary>Nothing is left to do.</summary>
    Closed = 90,
}
