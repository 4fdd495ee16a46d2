namespace Supervision.Cases;

/// <summary>Where a clue comes from 案源.</summary>
public enum ClueSource
{
    /// <summary>监督检查: an inspection task.</summary>
    Inspection = 1,

    /// <summary>投诉.</summary>
    Complaint = 2,

    /// <summary>举报.</summary>
    TipOff = 3,

    /// <summary>其他部门移送.</summary>
    Transfer = 4,

    /// <summary>上级交办.</summary>
    Superior = 5,

    /// <summary>监测预警.</summary>
    Warning = 6,

    /// <summary>其他.</summary>
    Other = 7,
}
