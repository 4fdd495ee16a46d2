namespace Supervision.Lists;

/// <summary>Which list or restriction 名单 an entry belongs to.</summary>
public enum ListKind
{
    /// <summary>告知承诺黑名单: for one licence item only, until the breach is put right.</summary>
    CommitmentBlacklist = 1,

    /// <summary>No registration by a promise about the address, for a time from the day of the breach.</summary>
    AddressCommitmentBan = 2,

    /// <summary>重点监管对象: the tag of key supervision.</summary>
    KeySupervision = 3,

    /// <summary>联合惩戒措施: a dated restriction by several departments, each of which acknowledges it.</summary>
    JointMeasure = 4,

    /// <summary>经营异常名录: the abnormal list of market supervision.</summary>
    AbnormalOperation = 5,

    /// <summary>严重违法失信名单: the serious list of market supervision.</summary>
    SeriousViolation = 6,

    /// <summary>拖欠农民工工资失信名单: the wage list.</summary>
    WageArrears = 7,

    /// <summary>无事不扰: subjects of low risk that routine draws leave in peace.</summary>
    LeaveInPeace = 8,
}
