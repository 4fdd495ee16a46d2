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

    /// <summary>The gate lets the applicant promise.</summary>
    Qualify,

    /// <summary>To the ordinary procedure, by the gate or because the applicant chooses so.</summary>
    Divert,

    /// <summary>The applicant signs the terms.</summary>
    Sign,

    /// <summary>The licence is granted on the spot.</summary>
    Grant,

    /// <summary>The check found every term kept.</summary>
    Keep,

    /// <summary>The check found a term broken.</summary>
    Breach,

    /// <summary>Correction is ordered.</summary>
    Order,

    /// <summary>The licence is withdrawn.</summary>
    Revoke,

    /// <summary>Off the list, with the reason.</summary>
    Lift,

    /// <summary>The subject objects to a notice.</summary>
    Object,

    /// <summary>The objection is refused.</summary>
    Uphold,

    /// <summary>The objection is accepted.</summary>
    Annul,

    /// <summary>The subject hands in what it did.</summary>
    Submit,

    /// <summary>What was handed in holds.</summary>
    Verify,

    /// <summary>Whoever it was sent to takes note.</summary>
    Acknowledge,

    /// <summary>The calendar changed: the clock was counted again.</summary>
    Recount,

    /// <summary>The subject states and pleads 陈述申辩.</summary>
    Plead,

    /// <summary>The subject asks to be taken off a list 申请移出.</summary>
    RequestRemoval,
}
