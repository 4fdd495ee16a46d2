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

    /// <summary>Nothing is left to do.</summary>
    Closed = 90,
}
