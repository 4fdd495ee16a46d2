using Supervision.Inspections;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>Until when something has to be done about a task: the inspection until its last day, then the correction, then the recheck.</summary>
internal static class TaskDue
{
    /// <summary>The last day of what is due now.</summary>
    public static DateOnly Of(InspectionTask task) => task.State != TaskState.Rectifying ? task.DueOn
        : (task.CorrectionReportedOn is null ? task.RectifyBy : task.RecheckBy ?? task.RectifyBy) ?? task.DueOn;
}
