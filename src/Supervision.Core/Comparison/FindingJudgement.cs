namespace Supervision.Comparison;

/// <summary>What a person made of a finding. Nothing follows from one that is open or rejected.</summary>
public enum FindingJudgement
{
    /// <summary>Nobody has looked yet.</summary>
    Open = 1,

    /// <summary>It is so 属实.</summary>
    Confirmed = 2,

    /// <summary>It is not so 不属实.</summary>
    Rejected = 3,
}
