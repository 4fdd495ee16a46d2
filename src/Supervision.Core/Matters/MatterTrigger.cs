namespace Supervision.Matters;

/// <summary>What happens to a matter.</summary>
public enum MatterTrigger
{
    /// <summary>A warning holds.</summary>
    Confirm = 1,

    /// <summary>A warning is a false positive, with the reason.</summary>
    Dismiss,

    /// <summary>The same cause again: counted, not raised anew.</summary>
    Repeat,

    /// <summary>To an agency or several.</summary>
    Dispatch,

    /// <summary>Everything that was dispatched is done.</summary>
    Dispose,

    /// <summary>Somebody else reviews the disposal.</summary>
    Review,

    /// <summary>Nothing is left to do.</summary>
    Close,

    /// <summary>An event gets its category.</summary>
    Triage,

    /// <summary>The agency takes it.</summary>
    Accept,

    /// <summary>The agency sends it back, with the reason.</summary>
    Return,

    /// <summary>The agency disputes that it is competent.</summary>
    DisputeJurisdiction,

    /// <summary>The agency does not accept it, with the reason.</summary>
    Decline,

    /// <summary>The clock is extended, once.</summary>
    Extend,

    /// <summary>To another agency that is competent.</summary>
    Transfer,

    /// <summary>Officers are on site.</summary>
    ArriveOnSite,

    /// <summary>What was done about it.</summary>
    Handle,

    /// <summary>The recheck passed.</summary>
    Recheck,

    /// <summary>The recheck failed.</summary>
    FailRecheck,

    /// <summary>The origin is told.</summary>
    FeedBack,

    /// <summary>Overdue: the next one up is told.</summary>
    Escalate,

    /// <summary>The calendar changed: the clock was counted again.</summary>
    Recount,
}
