namespace Supervision.Cases;

/// <summary>
/// How far a case is in another department's own system, in the six stages that all departments share
/// (案源登记、调查取证、处罚告知、处罚决定、处罚执行、归档). The department's own states map to them.
/// </summary>
public enum CaseStage
{
    /// <summary>案源登记.</summary>
    ClueRegistered = 1,

    /// <summary>调查取证.</summary>
    Investigation = 2,

    /// <summary>处罚告知.</summary>
    Notice = 3,

    /// <summary>处罚决定.</summary>
    Decision = 4,

    /// <summary>处罚执行.</summary>
    Enforcement = 5,

    /// <summary>归档: the last report.</summary>
    Archived = 6,

    /// <summary>退回: the department does not take the case; the last report.</summary>
    Returned = 7,
}
