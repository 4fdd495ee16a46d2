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

    /// <summary>The applicant signs the promise.</summary>
    Commit,

    /// <summary>The licence is given.</summary>
    Grant,

    /// <summary>The check is sent to the enforcing agency.</summary>
    DispatchCheck,

    /// <summary>The check found the promise kept.</summary>
    Keep,

    /// <summary>The check found the promise broken.</summary>
    Breach,

    /// <summary>An order to correct is served.</summary>
    Order,

    /// <summary>The recheck found the breach corrected.</summary>
    Fix,

    /// <summary>The licence, or the notice, is withdrawn.</summary>
    Revoke,

    /// <summary>The subject objects.</summary>
    Object,

    /// <summary>The objection is answered: the points stand.</summary>
    Uphold,

    /// <summary>Nobody objected, or the time for it is over.</summary>
    TakeEffect,

    /// <summary>A repair is credited.</summary>
    Repair,

    /// <summary>The subject submits.</summary>
    Submit,

    /// <summary>An officer verifies it online.</summary>
    Verify,

    /// <summary>An officer rejects it, with the reason.</summary>
    Reject,

    /// <summary>Receipt is given.</summary>
    Acknowledge,

    /// <summary>The restriction is lifted.</summary>
    Lift,

    /// <summary>Onto the list.</summary>
    Enter,

    /// <summary>The subject asks to be removed.</summary>
    RequestRemoval,

    /// <summary>Off the list.</summary>
    Remove,

    /// <summary>Removal is refused, with the reason.</summary>
    RefuseRemoval,

    /// <summary>Overdue: the next one up is told.</summary>
    Escalate,
}
