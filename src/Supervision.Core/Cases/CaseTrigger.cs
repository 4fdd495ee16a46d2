namespace Supervision.Cases;

/// <summary>What may happen to a penalty case.</summary>
public enum CaseTrigger
{
    /// <summary>延长核查: more time to verify the clue.</summary>
    ExtendVerification = 1,

    /// <summary>立案.</summary>
    File = 2,

    /// <summary>不予立案.</summary>
    DoNotFile = 3,

    /// <summary>当场处罚: decide on the spot by the summary procedure.</summary>
    DecideSummary = 4,

    /// <summary>指定办案人员.</summary>
    AssignHandlers = 5,

    /// <summary>先行登记保存.</summary>
    PreserveEvidence = 6,

    /// <summary>处理先行登记保存的证据.</summary>
    ResolvePreservation = 7,

    /// <summary>查封、扣押.</summary>
    Seize = 8,

    /// <summary>延长查封、扣押.</summary>
    ExtendSeizure = 9,

    /// <summary>解除查封、扣押.</summary>
    ReleaseSeizure = 10,

    /// <summary>不计入期限的事由开始: a test, an appraisal, a suspension begins.</summary>
    BeginExclusion = 11,

    /// <summary>不计入期限的事由结束.</summary>
    EndExclusion = 12,

    /// <summary>延长办案期限.</summary>
    ExtendDecision = 13,

    /// <summary>送法制审核: the final report goes to the legal reviewer.</summary>
    SubmitForReview = 14,

    /// <summary>审核通过.</summary>
    PassReview = 15,

    /// <summary>审核退回.</summary>
    ReturnFromReview = 16,

    /// <summary>处罚告知.</summary>
    ServeNotice = 17,

    /// <summary>陈述、申辩.</summary>
    RecordPlea = 18,

    /// <summary>复核陈述、申辩.</summary>
    AnswerPlea = 19,

    /// <summary>放弃陈述、申辩、听证: in writing.</summary>
    WaiveRights = 20,

    /// <summary>申请听证.</summary>
    RequestHearing = 21,

    /// <summary>听证通知.</summary>
    NotifyHearing = 22,

    /// <summary>举行听证.</summary>
    HoldHearing = 23,

    /// <summary>终止听证: the party stayed away, left, or gave the hearing up.</summary>
    TerminateHearing = 24,

    /// <summary>听证后法制审核.</summary>
    ReviewHearing = 25,

    /// <summary>集体讨论.</summary>
    Discuss = 26,

    /// <summary>补充调查: back to the investigation.</summary>
    ReturnToInvestigation = 27,

    /// <summary>处罚决定.</summary>
    Decide = 28,

    /// <summary>不予处罚.</summary>
    DecideNoPenalty = 29,

    /// <summary>违法事实不能成立.</summary>
    Dismiss = 30,

    /// <summary>移送公安机关.</summary>
    ReferToPolice = 31,

    /// <summary>移送有管辖权的部门.</summary>
    HandOver = 32,

    /// <summary>接收方反馈: what the other side answered.</summary>
    RecordAnswer = 33,

    /// <summary>退回行政处理: the case comes back.</summary>
    TakeBack = 34,

    /// <summary>撤案.</summary>
    WithdrawCase = 35,

    /// <summary>送达.</summary>
    Serve = 36,

    /// <summary>当场处罚备案: the summary decision is filed with the agency.</summary>
    ReportSummary = 37,

    /// <summary>缴纳罚款.</summary>
    RecordPayment = 38,

    /// <summary>当场收缴的罚款交行政机关、缴银行.</summary>
    HandInCash = 39,

    /// <summary>准予延期、分期缴纳.</summary>
    GrantInstalments = 40,

    /// <summary>逾期未履行.</summary>
    MarkOverdue = 41,

    /// <summary>催告.</summary>
    Demand = 42,

    /// <summary>申请法院强制执行.</summary>
    ApplyToCourt = 43,

    /// <summary>复议、诉讼开始.</summary>
    BeginRemedy = 44,

    /// <summary>复议、诉讼结束.</summary>
    EndRemedy = 45,

    /// <summary>变更处罚: by review or suit, never to a heavier one.</summary>
    ChangeDecision = 46,

    /// <summary>撤销处罚.</summary>
    Annul = 47,

    /// <summary>公示.</summary>
    Publish = 48,

    /// <summary>撤回公示.</summary>
    WithdrawPublication = 49,

    /// <summary>结案.</summary>
    Close = 50,

    /// <summary>归档.</summary>
    Archive = 51,

    /// <summary>移送送达: delivered into the department's own case system, which gave it a number.</summary>
    Send = 52,

    /// <summary>进度回告: that system reports.</summary>
    RecordReport = 53,

    /// <summary>停止公示: its time is over, or the record was repaired.</summary>
    StopPublication = 54,

    /// <summary>回告待改正: a report of that system cannot be read or does not fit; it is kept by its number until it comes mended.</summary>
    SetReportAside = 55,
}
