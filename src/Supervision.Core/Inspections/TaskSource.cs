namespace Supervision.Inspections;

/// <summary>What drives an inspection task 任务来源. Only the first one goes through a draw.</summary>
public enum TaskSource
{
    /// <summary>A draw of a plan 双随机抽查.</summary>
    PlanDraw = 1,

    /// <summary>A risk warning 风险预警.</summary>
    Warning = 2,

    /// <summary>The check of a commitment 承诺核查.</summary>
    CommitmentCheck = 3,

    /// <summary>An event of the coordination centre 协同事件.</summary>
    Coordination = 4,

    /// <summary>A complaint or tip-off 投诉举报.</summary>
    Complaint = 5,

    /// <summary>An immediate check 即时检查.</summary>
    Immediate = 6,

    /// <summary>A look-back after an order to correct 回头看.</summary>
    LookBack = 7,

    /// <summary>An order from above 上级交办.</summary>
    SuperiorOrder = 8,

    /// <summary>A visit of an approved joint plan 联合检查计划.</summary>
    JointPlan = 9,
}
