using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Makes the on-site record 现场笔录 of what the devices handed in: visit, certificates, answers, the party's signature. The same steps
/// and guards as <see cref="AdvanceTask"/>, in one transaction; each officer signs the record afterwards.
/// </summary>
[AllowedTo(Roles.Inspector | Roles.Head)]
public sealed class RecordOperations(
    ITaskStore tasks,
    IOperationStore operations,
    ICatalogStore catalog,
    IOfficerStore officers,
    IUnitOfWork work,
    AuthorityClock clock,
    LegalClock periods,
    TaskRules rules)
{
    private static readonly TaskTrigger[] s_steps = [TaskTrigger.Accept, TaskTrigger.PresentCertificates, TaskTrigger.Record];

    private readonly TaskLoader _loader = new(tasks, catalog, officers, clock, rules);

    /// <summary>
    /// Saves and journals the record with its findings; on a refusal nothing is saved. A record that says the same is given back as
    /// it stands, so either officer may ask, in any order. SUP2001: there is no such task; SUP7351: devices differ in their answers;
    /// SUP7352: the task has a record that says something else; SUP2101–2125: see <see cref="TaskLifecycle"/>.
    /// </summary>
    public async Task<Outcome<InspectionTask>> RunAsync(string taskId, Actor actor, CancellationToken cancellationToken)
    {
        var log = await operations.FindAsync(taskId, cancellationToken).ConfigureAwait(false);
        var answers = log.Answers(out var conflicts);
        var empty = new InspectionSubmission(taskId, [], answers, null, null, null);
        if (!(await _loader.LoadAsync(empty, cancellationToken).ConfigureAwait(false)).TryGet(out var loaded, out var missing))
        {
            return missing;
        }

        if (conflicts.Count > 0)
        {
            return Refusal.Of("SUP7351", taskId, string.Join(", ", conflicts.Select(conflict => conflict.PointId)));
        }

        var (facts, field) = loaded;
        facts = facts with { Submission = SubmissionOf(log, facts, answers) };
        if (facts.Task.RecordedAt is not null)
        {
            var (task, handed) = (facts.Task, facts.Submission);
            return InspectionRecord.HashOf(task, handed.PresentOfficerIds, handed.Entry, handed.Entries) == task.RecordHash
                ? task
                : Refusal.Of("SUP7352", taskId);
        }

        var steps = s_steps[TaskSteps.StepsBehind(facts.Task)..];
        if (!TaskSteps.ApplyAll(facts, steps, () => clock.Now, periods, field).TryGet(out var done, out var refusal))
        {
            return refusal;
        }

        var findings = SubmitInspection.FindingsOf(done, facts.Checklist, clock.Today);
        return await TaskSaving.CommitAsync(tasks, work, facts.Task, done, findings, "task.recorded", actor, clock.Now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What the operations of a task amount to: the first scan of the subject, the officers whose own devices showed a certificate, the answers in the
    /// checklist's order, the party's last signature. Pure.
    /// </summary>
    internal static InspectionSubmission SubmissionOf(OperationLog log, TaskFacts facts, IReadOnlyList<CheckEntry> answers)
    {
        var all = log.Operations.Select(received => received.Operation).OrderBy(operation => operation.At).ToList();
        var scans = all.FindAll(operation => operation.Kind == OperationKind.Scan);
        var scan = scans.Find(operation => operation.SubjectCode == facts.Task.SubjectId) ?? scans.FirstOrDefault();
        var shown = all.Where(operation => operation.Kind == OperationKind.PresentCertificate).Select(operation => operation.OfficerId);
        var order = facts.Checklist.Points.Select((point, place) => (point.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        return new InspectionSubmission(
            facts.Task.Id,
            [.. facts.Task.OfficerIds.Intersect(shown, StringComparer.Ordinal)],
            [.. answers.OrderBy(entry => order.GetValueOrDefault(entry.PointId, int.MaxValue))],
            all.FindLast(operation => operation.Kind == OperationKind.PartySignature)?.Signature,
            null,
            null)
        {
            Entry = scan is null ? null : new EntryScan(scan.SubjectCode!, scan.At, scan.DeviceId),
        };
    }
}
