using System.Text;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Takes a task from assigned to recorded, and on to closed or to an order to correct; handed in again while the order
/// runs, it is the recheck 复查. The first record is never overwritten.
/// </summary>
[AllowedTo(Roles.Inspector)]
public sealed class SubmitInspection(
    ITaskStore tasks, ICatalogStore catalog, IOfficerStore officers, IUnitOfWork work, AuthorityClock clock)
{
    private Dictionary<string, Officer>? _officers;
    private IReadOnlyList<Recusal>? _recusals;

    /// <summary>
    /// Runs the steps and saves task, findings and journal entries together; on a refusal nothing is saved.
    /// SUP2001: there is no such task; SUP2101–2110: see <see cref="TaskLifecycle"/>.
    /// </summary>
    public async Task<Outcome<InspectionTask>> RunAsync(
        InspectionSubmission submission, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (await tasks.FindAsync(submission.TaskId, cancellationToken).ConfigureAwait(false) is not { } task)
        {
            return Refusal.Of("SUP2001", submission.TaskId);
        }

        var checklist = await catalog.FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, cancellationToken)
            .ConfigureAwait(false) ?? throw new InvalidOperationException($"SUP2002: checklist {task.Checklist} is gone.");
        await LoadOfficersAsync(cancellationToken).ConfigureAwait(false);
        var facts = new TaskFacts(
            task, checklist, clock.Today, [.. task.OfficerIds.Select(id => _officers![id])], _recusals!, submission);
        var outcome = submission.TerminationReason is not null ? Step(facts, TaskTrigger.Terminate)
            : task.State == TaskState.Rectifying ? Step(facts, TaskTrigger.PassRecheck)
            : Inspect(facts);
        if (!outcome.TryGet(out var done, out var refusal))
        {
            return refusal;
        }

        done = done with { Version = task.Version + 1 };
        await tasks.UpdateAsync([done], cancellationToken).ConfigureAwait(false);
        var findings = task.RecordedAt is null ? FindingsOf(done, checklist, clock.Today) : [];
        await tasks.AddFindingsAsync(findings, cancellationToken).ConfigureAwait(false);
        Journal(done, findings, actor);
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

    private Outcome<InspectionTask> Inspect(TaskFacts facts)
    {
        var faulty = facts.Submission.Entries.Any(entry => entry.Answer == CheckAnswer.NonConform);
        TaskTrigger[] steps =
        [
            TaskTrigger.Accept, TaskTrigger.PresentCertificates, TaskTrigger.Record,
            faulty ? TaskTrigger.OrderRectification : TaskTrigger.Close,
        ];

        // A task may be handed in at once or after it was accepted or started: the steps that lie behind it are left out.
        foreach (var trigger in steps.Skip(facts.Task.State switch { TaskState.Accepted => 1, TaskState.OnSite => 2, _ => 0 }))
        {
            if (!Step(facts, trigger).TryGet(out var next, out var refusal))
            {
                return refusal;
            }

            facts = facts with { Task = next };
        }

        return facts.Task;
    }

    private Outcome<InspectionTask> Step(TaskFacts facts, TaskTrigger trigger)
    {
        if (!TaskLifecycle.Table.Fire(facts.Task.State, trigger, facts).TryGet(out var step, out var refusal))
        {
            return refusal;
        }

        var task = facts.Task with { State = step.To };
        return trigger switch
        {
            TaskTrigger.Record => task with
            {
                Entries = facts.Submission.Entries,
                Signature = facts.Submission.Signature,
                RecordedAt = clock.Now,
                RecordHash = RecordHash(task, facts.Submission),
            },
            TaskTrigger.OrderRectification => task with { RectifyBy = facts.Submission.RectifyBy },
            TaskTrigger.Terminate => task with { TerminationReason = facts.Submission.TerminationReason },
            _ => task,
        };
    }

    private static string RecordHash(InspectionTask task, InspectionSubmission submission) =>
        Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
        {
            json.WriteString("task", task.Id);
            json.WriteString("subject", task.SubjectId);
            json.WriteString("checklist", task.Checklist.ContentHash);
            json.WriteStartArray("officers");
            foreach (var officer in submission.PresentOfficerIds)
            {
                json.WriteStringValue(officer);
            }

            json.WriteEndArray();
            json.WriteStartArray("entries");
            foreach (var entry in submission.Entries)
            {
                json.WriteStartArray();
                json.WriteStringValue(entry.PointId);
                json.WriteNumberValue((int)entry.Answer);
                json.WriteStringValue(entry.Note);
                foreach (var evidence in entry.Evidence)
                {
                    json.WriteStringValue(evidence.Sha256);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }))).ToString();

    private void Journal(InspectionTask task, IReadOnlyList<Finding> findings, Actor actor)
    {
        var type = task.State == TaskState.Terminated ? "task.terminated"
            : task.State == TaskState.Closed && task.RectifyBy is not null ? "task.rechecked"
            : "task.submitted";
        work.Append(new JournalRecord(type, task.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("state", task.State.ToString());
            json.WriteString("subject", task.SubjectId);
            json.WriteString("record", task.RecordHash);
        })));
        foreach (var finding in findings)
        {
            work.Append(new JournalRecord("finding.recorded", finding.Id, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("subject", finding.SubjectId);
                json.WriteString("content", finding.ContentCode);
                json.WriteString("severity", finding.Severity);
                json.WriteString("foundOn", Invariant.Text(finding.FoundOn));
            })));
        }
    }

    private async Task LoadOfficersAsync(CancellationToken cancellationToken)
    {
        _officers ??= (await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        _recusals ??= await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false);
    }
}
