namespace Supervision.Documents;

/// <summary>Kinds of document 文书种类 that are printed, each from one template.</summary>
public enum DocumentKind
{
    /// <summary>责令限期改正通知书.</summary>
    OrderToCorrect = 1,

    /// <summary>记分告知单.</summary>
    PointNotice = 2,

    /// <summary>现场检查笔录.</summary>
    OnSiteRecord = 3,

    /// <summary>行政处罚告知书.</summary>
    AdvanceNotice = 4,

    /// <summary>行政处罚听证通知书.</summary>
    HearingNotice = 5,

    /// <summary>行政处罚决定书.</summary>
    Decision = 6,

    /// <summary>当场行政处罚决定书.</summary>
    SummaryDecision = 7,

    /// <summary>送达回证.</summary>
    ServiceReceipt = 8,

    /// <summary>履行行政决定催告书.</summary>
    Demand = 9,

    /// <summary>结案报告.</summary>
    ClosingReport = 10,

    /// <summary>行政处罚信息公示文本.</summary>
    PublicationText = 11,

    /// <summary>联合检查表 (一表通查).</summary>
    JointForm = 12,

    /// <summary>告知承诺书.</summary>
    PromiseLetter = 13,

    /// <summary>列入名单决定书.</summary>
    ListDecision = 14,
}
