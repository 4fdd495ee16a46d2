using Supervision.Decisions;
using Supervision.Lifecycles;
using static Supervision.Matters.CommitmentGuards;
using static Supervision.Matters.ListGuards;
using static Supervision.Matters.MatterGuards;
using static Supervision.Matters.MatterState;
using static Supervision.Matters.MatterTrigger;

namespace Supervision.Matters;

/// <summary>The life-cycle of each kind of matter as one table. SUP7002: the state has no such step.</summary>
public static class MatterLifecycles
{
    private const string NoSuchStep = "SUP7002";

    private static readonly LegalBasis s_evidence = new("行政处罚法", "第四十一条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_promise = new("国办发〔2020〕42号", "", new DateOnly(2020, 10, 27));
    private static readonly LegalBasis s_order = new("行政处罚法", "第二十八条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_withdrawal = new("行政许可法", "第六十九条", new DateOnly(2004, 7, 1));
    private static readonly LegalBasis s_objection = new("浙江省公共信用信息管理条例", "第三十一条", new DateOnly(2018, 1, 1));
    private static readonly LegalBasis s_listing = new("浙江省公共信用信息管理条例", "第二十四条至第二十八条", new DateOnly(2018, 1, 1));
    private static readonly LegalBasis s_repair = new("国家发展改革委令第36号", "", new DateOnly(2026, 4, 1));
    private static readonly LegalBasis s_assist = new("浙江省综合行政执法条例", "第三十六条", new DateOnly(2022, 1, 1));

    /// <summary>风险预警: monitor, warn, task, dispose, feed back. There is no step to a penalty.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> Warning { get; } = new(NoSuchStep)
    {
        { Raised, Repeat, Raised, null },
        { Raised, Confirm, Confirmed, null, Holder, QualityIsGood },
        { Raised, Dismiss, FalsePositive, null, Holder, TextGiven },
        { FalsePositive, Close, Closed, null, Origin },
        { Confirmed, Repeat, Confirmed, null },
        { Confirmed, MatterTrigger.Dispatch, Tasked, null, Holder, TakersNamed },
        { Tasked, Repeat, Tasked, null },
        { Tasked, MatterTrigger.Dispatch, Tasked, null, Holder, TakersNamed },
        { Tasked, MatterTrigger.Dispose, Disposed, s_evidence, Holder, TextGiven, PartsDone, Sampled },
        { Disposed, Review, Reviewed, null, Origin, TextGiven, ReviewerIsIndependent },
        { Disposed, Return, Tasked, null, Origin, TextGiven, ReviewerIsIndependent },
        { Reviewed, Close, Closed, null, Origin },
    };

    /// <summary>协同事件: dispatched, accepted, handled, rechecked, fed back.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> Event { get; } = BuildEvent();

    private static Lifecycle<MatterState, MatterTrigger, MatterFacts> BuildEvent()
    {
        var table = new Lifecycle<MatterState, MatterTrigger, MatterFacts>(NoSuchStep)
        {
            { Reported, Triage, Triaged, null, Holder, CategoryListed },
            { Reported, Decline, Declined, null, Holder, TextGiven },
            { Triaged, MatterTrigger.Dispatch, Dispatched, null, Holder, TakerNamed },
            { Triaged, Decline, Declined, null, Holder, TextGiven },
            { Dispatched, Accept, Accepted, s_assist, Holder },
            { Dispatched, Return, Triaged, s_assist, Holder, TextGiven },
            { Dispatched, Decline, Declined, null, Holder, TextGiven },
            { Dispatched, DisputeJurisdiction, InDispute, null, Holder, TextGiven, TakerNamed },
            { InDispute, MatterTrigger.Dispatch, Dispatched, null, Holder, TakerNamed, TextGiven },
            { Accepted, Extend, Accepted, null, Holder, TextGiven },
            { OnSite, Extend, OnSite, null, Holder, TextGiven },
            { Accepted, Transfer, Dispatched, null, Holder, TakerNamed, TextGiven },
            { Accepted, ArriveOnSite, OnSite, null, Holder, OfficersCertified },
            { Accepted, Handle, Handled, null, Holder, TextGiven, TaskRecorded },
            { OnSite, Transfer, Dispatched, null, Holder, TakerNamed, TextGiven },
            { OnSite, Handle, Handled, null, Holder, TextGiven, TaskRecorded },
            { Handled, Recheck, Rechecked, null, Holder, TextGiven },
            { Handled, FailRecheck, Accepted, null, Holder, TextGiven },
            { Handled, FeedBack, FedBack, null, Holder, TextGiven },
            { Rechecked, FeedBack, FedBack, null, Holder, TextGiven },
            { FedBack, Close, Closed, null, Origin },
            { FedBack, Return, Accepted, null, Origin, TextGiven },
            { Declined, Close, Closed, null, Origin },
        };
        return table;
    }

    /// <summary>告知承诺: applied for, signed, granted, checked; a broken promise is ordered right, rechecked, and withdrawn when that fails.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> Commitment { get; } = new(NoSuchStep)
    {
        { Applied, Qualify, Eligible, s_promise },
        { Applied, Divert, OrdinaryProcedure, s_promise, TextGiven },
        { Eligible, Divert, OrdinaryProcedure, s_promise, TextGiven },
        { Eligible, Sign, Committed, s_promise, TermsRead, Signed },
        { Committed, Divert, OrdinaryProcedure, s_promise, TextGiven },
        { Committed, MatterTrigger.Grant, Granted, s_promise, Holder },
        { Granted, MatterTrigger.Dispatch, CheckDispatched, s_promise, TakerNamed },
        { CheckDispatched, MatterTrigger.Dispatch, CheckDispatched, s_promise, Holder, TakerNamed, CheckEndedWithoutRecord },
        { CheckDispatched, Keep, Kept, s_promise, Holder, CheckRecorded, EveryTermKept },
        { CheckDispatched, Breach, Breached, s_promise, Holder, CheckRecorded, SomeTermBroken },
        { Breached, Order, Ordered, s_order, Holder, TextGiven },
        { Ordered, Recheck, Fixed, s_order, Holder, RecheckPassed },
        { Ordered, FailRecheck, Ordered, s_order, Holder, RecheckFailed },
        { Ordered, Revoke, Revoked, s_withdrawal, Origin, TextGiven, RecheckHasFailed },
    };

    /// <summary>名单和限制: proposed with the plea heard, or in force at once; until its last day, or lifted with a reason when its time and conditions allow.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> ListEntry { get; } = new(NoSuchStep)
    {
        { Proposed, Plead, Proposed, s_listing, TextGiven },
        { Proposed, Confirm, InForce, s_listing, Holder, TextGiven, PleaHeardOrOver },
        { Proposed, Decline, Declined, s_listing, Holder, TextGiven },
        { InForce, RequestRemoval, RemovalRequested, s_repair, TextGiven, LeastTimeIsOver },
        { RemovalRequested, Return, InForce, s_repair, Holder, TextGiven },
        { RemovalRequested, Lift, Lifted, s_repair, Holder, TextGiven, LeastTimeIsOver, AskedIsDone },
        { InForce, Lift, Lifted, null, Holder, TextGiven, LeastTimeIsOver, AskedIsDone },
        { InForce, Annul, Annulled, s_objection, Holder, TextGiven },
        { RemovalRequested, Annul, Annulled, s_objection, Holder, TextGiven },
    };

    /// <summary>记分告知: an objection is decided with a reason either way, and a decided one is not decided again.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> PointNotice { get; } = new(NoSuchStep)
    {
        { Notified, MatterTrigger.Object, Disputed, s_objection, TextGiven },
        { Disputed, Extend, Disputed, s_objection, Holder, TextGiven },
        { Disputed, Uphold, Upheld, s_objection, Holder, TextGiven },
        { Disputed, Annul, Annulled, s_objection, Holder, TextGiven },
    };

    /// <summary>主体自治: handed in by the subject, verified online by an officer, or sent back with the reason.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> SelfTask { get; } = new(NoSuchStep)
    {
        { Assigned, Submit, Submitted, null },
        { Submitted, Verify, Verified, null, Holder, TextGiven },
        { Submitted, Return, Assigned, null, Holder, TextGiven },
    };

    /// <summary>精准推送: sent, and closed when every receipt is there.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> Push { get; } = new(NoSuchStep)
    {
        { Sent, Close, Closed, null, Holder },
    };

    /// <summary>回执: the department, or the subject, that it was sent to takes note.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> Receipt { get; } = new(NoSuchStep)
    {
        { Sent, Acknowledge, Acknowledged, null, Holder },
    };

    /// <summary>The table of a kind.</summary>
    public static Lifecycle<MatterState, MatterTrigger, MatterFacts> Of(MatterKind kind) => kind switch
    {
        MatterKind.Warning => Warning,
        MatterKind.Event => Event,
        MatterKind.Commitment => Commitment,
        MatterKind.ListEntry => ListEntry,
        MatterKind.PointNotice => PointNotice,
        MatterKind.SelfTask => SelfTask,
        MatterKind.Push => Push,
        MatterKind.Receipt => Receipt,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no life-cycle."),
    };
}
