namespace Supervision.Cases;

/// <summary>The clocks of a penalty case.</summary>
public enum CaseDeadlineKind
{
    /// <summary>核查: file or not.</summary>
    Verify = 1,

    /// <summary>处理先行登记保存的证据.</summary>
    ResolvePreservation = 2,

    /// <summary>查封、扣押期限.</summary>
    Seizure = 3,

    /// <summary>报告当场采取的强制措施.</summary>
    ReportSeizure = 4,

    /// <summary>法制审核.</summary>
    LegalReview = 5,

    /// <summary>当事人陈述、申辩.</summary>
    Plea = 6,

    /// <summary>当事人申请听证.</summary>
    HearingRequest = 7,

    /// <summary>听证通知.</summary>
    HearingNotice = 8,

    /// <summary>作出处罚决定.</summary>
    Decide = 9,

    /// <summary>送达.</summary>
    Serve = 10,

    /// <summary>缴纳罚款.</summary>
    Pay = 11,

    /// <summary>当场收缴的罚款交至行政机关.</summary>
    CashToAgency = 12,

    /// <summary>当场收缴的罚款缴付银行.</summary>
    CashToBank = 13,

    /// <summary>申请复议.</summary>
    Review = 14,

    /// <summary>起诉.</summary>
    Suit = 15,

    /// <summary>催告后当事人履行.</summary>
    Demand = 16,

    /// <summary>申请法院强制执行.</summary>
    CourtApplication = 17,

    /// <summary>双公示.</summary>
    DoublePublicity = 18,

    /// <summary>国家企业信用信息公示系统公示.</summary>
    MarketPublicity = 19,

    /// <summary>推送外省.</summary>
    PushPublicity = 20,

    /// <summary>停止公示.</summary>
    StopPublicity = 21,

    /// <summary>撤回公示.</summary>
    WithdrawPublicity = 22,

    /// <summary>决定是否移送.</summary>
    DecideReferral = 23,

    /// <summary>移送公安机关.</summary>
    Referral = 24,

    /// <summary>公安机关答复.</summary>
    ReferralAnswer = 25,
}
