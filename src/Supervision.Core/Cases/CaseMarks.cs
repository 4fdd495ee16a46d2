using System.Diagnostics.CodeAnalysis;

namespace Supervision.Cases;

/// <summary>What a handler confirms when recording a step. Which ones a step needs, its guards say.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Marks on a form.")]
public enum CaseMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>有证据初步证明: there is initial evidence.</summary>
    InitialEvidence = 1,

    /// <summary>属于本机关管辖: the agency is competent.</summary>
    OwnJurisdiction = 2,

    /// <summary>已告知陈述、申辩权.</summary>
    RightsTold = 4,

    /// <summary>已告知听证权.</summary>
    HearingRightTold = 8,

    /// <summary>已书面告知将公示.</summary>
    PublicityTold = 16,

    /// <summary>已教育当事人.</summary>
    PartyEducated = 32,

    /// <summary>当事人签字: signed by the party.</summary>
    PartySigned = 64,

    /// <summary>拒签已注明: the refusal to sign was noted.</summary>
    RefusalNoted = 128,

    /// <summary>陈述、申辩成立: accepted.</summary>
    PleaAccepted = 256,

    /// <summary>涉及重大公共利益.</summary>
    PublicInterest = 512,

    /// <summary>疑难复杂.</summary>
    Complex = 1024,

    /// <summary>法律、法规规定应当审核.</summary>
    StatutoryReview = 2048,

    /// <summary>情况紧急: taken on site, reported afterwards.</summary>
    Urgent = 4096,

    /// <summary>当场收缴: collected in cash on the spot.</summary>
    OnSpot = 8192,

    /// <summary>不当场收缴事后难以执行.</summary>
    HardToEnforceLater = 16384,

    /// <summary>边远、水上、交通不便地区，当事人提出.</summary>
    RemoteAndAsked = 32768,

    /// <summary>外省当事人: registered in another province.</summary>
    OutOfProvince = 65536,

    /// <summary>缴至银行: the cash went to the bank.</summary>
    ToBank = 131072,

    /// <summary>有新的事实: new facts, not the party's plea, lead back to the investigation.</summary>
    NewFacts = 262144,

    /// <summary>确有经济困难，当事人申请.</summary>
    PartyApplied = 524288,

    /// <summary>法院终结: the court ended the enforcement.</summary>
    CourtEnded = 1048576,

    /// <summary>审核人员具有国家统一法律职业资格.</summary>
    LegallyQualified = 2097152,

    /// <summary>重大违法行为.</summary>
    Major = 4194304,

    /// <summary>信用修复: set by the repair alone, nobody gives it by hand.</summary>
    Repaired = 8388608,
}
