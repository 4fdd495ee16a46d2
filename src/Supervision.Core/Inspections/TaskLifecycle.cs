using Supervision.Decisions;
using Supervision.Lifecycles;
using static Supervision.Inspections.TaskGuards;

namespace Supervision.Inspections;

/// <summary>The life-cycle of an inspection task as one table.</summary>
public static class TaskLifecycle
{
    private static readonly LegalBasis s_recusal = new("行政处罚法", "第四十三条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_presentation = new("行政处罚法", "第五十五条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_record = new("特种设备安全监督检查办法", "第二十七条", new DateOnly(2022, 7, 1));
    private static readonly LegalBasis s_order = new("行政处罚法", "第二十八条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_recheck = new("特种设备安全监督检查办法", "第二十九条", new DateOnly(2022, 7, 1));
    private static readonly LegalBasis s_clue = new("市场监督管理行政处罚程序规定", "第十八条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_termination = new("特种设备安全监督检查办法", "第二十八条", new DateOnly(2022, 7, 1));

    /// <summary>The table. SUP2101: the state has no such step.</summary>
    public static Lifecycle<TaskState, TaskTrigger, TaskFacts> Table { get; } = new("SUP2101")
    {
        { TaskState.Assigned, TaskTrigger.Accept, TaskState.Accepted, s_recusal, OfficersMayInspect },
        { TaskState.Accepted, TaskTrigger.PresentCertificates, TaskState.OnSite, s_presentation, VisitLogged, TwoOfficersPresent, OfficersMayInspect },
        { TaskState.OnSite, TaskTrigger.Record, TaskState.Recorded, s_record, EveryPointAnswered, EvidenceForEachFault, RecordSigned, ResultCodesFit },
        { TaskState.Recorded, TaskTrigger.Countersign, TaskState.Recorded, s_record, SignsThisRecord },
        { TaskState.Recorded, TaskTrigger.OrderRectification, TaskState.Rectifying, s_order, TwoOfficersSigned, OrderNamesFaults, OrderHasDueDate },
        { TaskState.Recorded, TaskTrigger.Close, TaskState.Closed, null, TwoOfficersSigned, NothingLeftToCorrect },
        { TaskState.Recorded, TaskTrigger.ReportClue, TaskState.CaseClue, s_clue, TwoOfficersSigned, ClueNamesFaults },
        { TaskState.CaseClue, TaskTrigger.OrderRectification, TaskState.Rectifying, s_order, OrderNamesFaults, OrderHasDueDate },
        { TaskState.Rectifying, TaskTrigger.ReportCorrection, TaskState.Rectifying, s_recheck, ReportedOnce },
        { TaskState.Rectifying, TaskTrigger.Recheck, TaskState.Rechecked, s_recheck, TwoOfficersPresent, OfficersMayInspect, OrderedPointsAnswered, EvidenceForEachFault },
        { TaskState.Rechecked, TaskTrigger.PassRecheck, TaskState.Closed, s_recheck, EveryFaultCorrected },
        { TaskState.Rechecked, TaskTrigger.Escalate, TaskState.Escalated, s_recheck, SomeFaultRemains },
        { TaskState.Assigned, TaskTrigger.Terminate, TaskState.Terminated, s_termination, ReasonGiven },
        { TaskState.Accepted, TaskTrigger.Terminate, TaskState.Terminated, s_termination, ReasonGiven },
        { TaskState.OnSite, TaskTrigger.Terminate, TaskState.Terminated, s_termination, ReasonGiven },
        { TaskState.Recorded, TaskTrigger.Terminate, TaskState.Terminated, s_termination, ReasonGiven },
        { TaskState.Rectifying, TaskTrigger.Terminate, TaskState.Terminated, s_termination, ReasonGiven },
    };
}
