using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// A whole visit in one transaction: from assigned to recorded, signed, and on to closed, to an order to correct or to a clue;
/// handed in again while the order runs, it is the recheck 复查. The first record is never overwritten.
/// <see cref="AdvanceTask"/> takes the same steps one by one.
/// </summary>
[AllowedTo(Roles.Inspector)]
public sealed class SubmitInspection(
    ITaskStore tasks,
    ICatalogStore catalog,
    IOfficerStore officers,
    IUnitOfWork work,
    AuthorityClock clock,
    LegalClock periods,
    TaskRules rules,
    CurrentActor current)
{
    private readonly TaskLoader _loader = new(tasks, catalog, officers, clock, rules);

    /// <summary>
    /// Runs the steps and saves task, findings and journal entries together; on a refusal nothing is saved.
    /// SUP2001: there is no such task; SUP7350: a signature is of another officer than the inspector who hands it in, so a visit that both
    /// have signed is handed in by a head, or step by step; SUP2101–2125: see <see cref="TaskLifecycle"/>.
    /// </summary>
    public async Task<Outcome<InspectionTask>> RunAsync(
        InspectionSubmission submission, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (OwnSignature.RefuseOthers(current, submission) is { } foreign)
        {
            return foreign;
        }

        if (!(await _loader.LoadAsync(submission, cancellationToken).ConfigureAwait(false)).TryGet(out var loaded, out var missing))
        {
            return missing;
        }

        var (facts, field) = loaded;
        if (!TaskSteps.ApplyAll(facts, Steps(facts), () => clock.Now, periods, field).TryGet(out var done, out var refusal))
        {
            return refusal;
        }

        var findings = facts.Task.RecordedAt is null ? FindingsOf(done, facts.Checklist, clock.Today) : [];
        var type = done.State == TaskState.Terminated ? "task.terminated"
            : done.Recheck is not null ? "task.rechecked"
            : "task.submitted";
        return await TaskSaving.CommitAsync(tasks, work, facts.Task, done, findings, type, actor, clock.Now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The findings in a recorded task: one for each point that does not conform.</summary>
    public static IReadOnlyList<Finding> FindingsOf(InspectionTask task, Checklist checklist, DateOnly foundOn)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(checklist);
        return
        [
            .. from entry in task.Entries
               where entry.Answer == CheckAnswer.NonConform
               let point = checklist.Find(entry.PointId)!
               select new Finding(
                   $"{task.Id}.{point.Id}", task.Id, task.SubjectId, point.Id, point.ContentCode, point.Severity,
                   foundOn, entry.Note),
        ];
    }

    private static List<TaskTrigger> Steps(TaskFacts facts)
    {
        var (task, handed) = (facts.Task, facts.Submission);
        if (handed.TerminationReason is not null)
        {
            return [TaskTrigger.Terminate];
        }

        if (task.State is TaskState.Rectifying or TaskState.Rechecked)
        {
            var last = handed.EscalateTo is null ? TaskTrigger.PassRecheck : TaskTrigger.Escalate;
            return task.State == TaskState.Rectifying ? [TaskTrigger.Recheck, last] : [last];
        }

        var open = TaskSteps.Faults(handed.Entries).Any(entry => !entry.CorrectedOnSpot);
        List<TaskTrigger> steps =
        [
            TaskTrigger.Accept, TaskTrigger.PresentCertificates, TaskTrigger.Record,
            .. handed.OfficerSignatures.Select(_ => TaskTrigger.Countersign),
            .. handed.ClueFacts is null ? Array.Empty<TaskTrigger>() : [TaskTrigger.ReportClue],
            .. open && (handed.ClueFacts is null || handed.RectifyBy is not null) ? [TaskTrigger.OrderRectification] : Array.Empty<TaskTrigger>(),
            .. open || handed.ClueFacts is not null ? Array.Empty<TaskTrigger>() : [TaskTrigger.Close],
        ];

        return steps[TaskSteps.StepsBehind(task)..];
    }
}
