namespace Supervision.Inspections;

/// <summary>A task that is not finished, as a work list shows it. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="SubjectName">Name of the subject; null when it is out of the reader's reach.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Due">Last day of what is due now.</param>
public sealed record DueTask(string Id, string SubjectId, string? SubjectName, TaskState State, DateOnly Due)
{
    /// <summary>The last day of what is due now: the inspection until its last day, then the correction, then the recheck where a law gives it one.</summary>
    /// <param name="state">Where the task stands.</param>
    /// <param name="dueOn">Last day of the inspection.</param>
    /// <param name="rectifyBy">Last day of the order to correct; null when there is none.</param>
    /// <param name="reportedOn">When the subject reported the correction; null before that.</param>
    /// <param name="recheckBy">Last day of the recheck; null when no law gives one.</param>
    public static DateOnly DueOf(TaskState state, DateOnly dueOn, DateOnly? rectifyBy, DateOnly? reportedOn, DateOnly? recheckBy) =>
        state != TaskState.Rectifying ? dueOn : (reportedOn is null ? rectifyBy : recheckBy ?? rectifyBy) ?? dueOn;
}
