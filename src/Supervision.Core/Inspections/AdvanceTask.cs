using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// One step of a task in a transaction of its own, as it happens on the phone: the visit is logged and the certificates are
/// shown before any answer can be recorded.
/// </summary>
[AllowedTo(Roles.Inspector | Roles.Head)]
public sealed class AdvanceTask(
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
    /// Takes the step, saves and journals it; on a refusal nothing is saved. SUP2001: there is no such task; SUP7350: a signature is
    /// of another officer than the inspector who hands it in; SUP2101–2125: see <see cref="TaskLifecycle"/>.
    /// </summary>
    /// <param name="trigger">The step.</param>
    /// <param name="submission">What the step needs; the rest may be empty.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<InspectionTask>> RunAsync(
        TaskTrigger trigger, InspectionSubmission submission, Actor actor, CancellationToken cancellationToken)
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
        if (!TaskSteps.Apply(facts, trigger, clock.Now, periods, field).TryGet(out var done, out var refusal))
        {
            return refusal;
        }

        var findings = trigger == TaskTrigger.Record ? SubmitInspection.FindingsOf(done, facts.Checklist, clock.Today) : [];
        return await TaskSaving.CommitAsync(tasks, work, facts.Task, done, findings, TypeOf(trigger), actor, clock.Now, cancellationToken).ConfigureAwait(false);
    }

    private static string TypeOf(TaskTrigger trigger) => trigger switch
    {
        TaskTrigger.Accept => "task.accepted",
        TaskTrigger.PresentCertificates => "task.entered",
        TaskTrigger.Record => "task.recorded",
        TaskTrigger.Countersign => "task.signed",
        TaskTrigger.OrderRectification => "task.ordered",
        TaskTrigger.ReportCorrection => "task.corrected",
        TaskTrigger.Recheck => "task.rechecked",
        TaskTrigger.PassRecheck => "task.passed",
        TaskTrigger.Escalate => "task.escalated",
        TaskTrigger.ReportClue => "task.clue",
        TaskTrigger.Terminate => "task.terminated",
        _ => "task.closed",
    };
}
