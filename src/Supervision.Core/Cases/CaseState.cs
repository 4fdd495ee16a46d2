namespace Supervision.Cases;

/// <summary>Where a penalty case stands.</summary>
public enum CaseState
{
    /// <summary>案源登记: a clue is registered and being verified.</summary>
    ClueRegistered = 1,

    /// <summary>不予立案: verified, and not filed.</summary>
    NotFiled = 2,

    /// <summary>立案.</summary>
    Filed = 3,

    /// <summary>调查取证: handlers are at work.</summary>
    Investigating = 4,

    /// <summary>法制审核: the final report lies with the legal reviewer.</summary>
    UnderReview = 5,

    /// <summary>法制审核通过.</summary>
    Reviewed = 6,

    /// <summary>事先告知: the party knows what is intended, and may plead.</summary>
    NoticeServed = 7,

    /// <summary>申请听证.</summary>
    HearingRequested = 8,

    /// <summary>听证通知.</summary>
    HearingNotified = 9,

    /// <summary>听证结束: held, or ended because the party stayed away.</summary>
    Heard = 10,

    /// <summary>处罚决定.</summary>
    Decided = 11,

    /// <summary>不予处罚.</summary>
    NoPenalty = 12,

    /// <summary>违法事实不能成立: the facts could not be established.</summary>
    Dismissed = 13,

    /// <summary>移送: to the police, or to the department that is competent.</summary>
    Transferred = 14,

    /// <summary>送达.</summary>
    Served = 15,

    /// <summary>履行中: something was paid, or instalments run.</summary>
    Performing = 16,

    /// <summary>逾期.</summary>
    Overdue = 17,

    /// <summary>催告.</summary>
    Demanded = 18,

    /// <summary>申请法院强制执行.</summary>
    CourtEnforcement = 19,

    /// <summary>撤案.</summary>
    Withdrawn = 20,

    /// <summary>撤销处罚: the decision was annulled.</summary>
    Annulled = 21,

    /// <summary>结案.</summary>
    Closed = 22,

    /// <summary>归档: nothing is added any more.</summary>
    Archived = 23,
}
