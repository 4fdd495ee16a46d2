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
    TaskRules rules)
{
    private readonly TaskLoader _loader = new(tasks, catalog, officers, clock, rules);

    /// <summary>
    /// Runs the steps and saves task, findings and journal entries together; on a refusal nothing is saved.
    /// SUP2001: there is no such task; SUP2101–2125: see <see cref="TaskLifecycle"/>.
    /// </summary>
    public async Task<Outcome<InspectionTask>> RunAsync(
        InspectionSubmission submission, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (!(await _loader.LoadAsync(submission, cancellationToken).ConfigureAwait(false)).TryGet(out var loaded, out var missing))
        {
            return missing;
        }

        var (facts, field) = loaded;
        if (!Walk(facts, field, Steps(facts)).TryGet(out var done, out var refusal))
        {
            return refusal;
        }

        done = done with { Version = facts.Task.Version + 1 };
        await tasks.UpdateAsync([done], cancellationToken).ConfigureAwait(false);
        var findings = facts.Task.RecordedAt is null ? FindingsOf(done, facts.Checklist, clock.Today) : [];
        await tasks.AddFindingsAsync(findings, cancellationToken).ConfigureAwait(false);
        var type = done.State == TaskState.Terminated ? "task.terminated"
            : done.Recheck is not null ? "task.rechecked"
            : "task.submitted";
        TaskJournal.Append(work, type, done, findings, actor, clock.Now);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return done;
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

        // A task may be handed in at once or after it was accepted or started: the steps that lie behind it are left out.
        return steps[(task.State switch { TaskState.Accepted => 1, TaskState.OnSite => 2, _ => 0 })..];
    }

    private Outcome<InspectionTask> Walk(TaskFacts facts, string field, IEnumerable<TaskTrigger> triggers)
    {
        var signatures = facts.Submission.OfficerSignatures;
        var signed = 0;
        foreach (var trigger in triggers)
        {
            var handed = trigger == TaskTrigger.Countersign
                ? facts with { Submission = facts.Submission with { OfficerSignatures = [signatures[signed++]] } }
                : facts;
            if (!TaskSteps.Apply(handed, trigger, clock.Now, periods, field).TryGet(out var next, out var refusal))
            {
                return refusal;
            }

            facts = facts with { Task = next };
        }

        return facts.Task;
    }
}
