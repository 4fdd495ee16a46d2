using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>One step of a task: the life-cycle decides, this writes down what the step brought. Pure.</summary>
internal static class TaskSteps
{
    /// <summary>The answers that do not conform.</summary>
    public static IEnumerable<CheckEntry> Faults(IEnumerable<CheckEntry> entries) =>
        entries.Where(entry => entry.Answer == CheckAnswer.NonConform);

    /// <summary>The points of the order; of an order that names none, every point found wanting.</summary>
    public static IEnumerable<string> OrderedPoints(InspectionTask task) =>
        task.Order?.PointIds ?? Faults(task.Entries).Select(entry => entry.PointId);

    /// <summary>The task after a trigger, or the refusal.</summary>
    /// <param name="facts">Task and what is handed in.</param>
    /// <param name="trigger">What happens.</param>
    /// <param name="now">The instant.</param>
    /// <param name="clock">Counts the periods that the step begins.</param>
    /// <param name="field">Field of the item, for its recheck period.</param>
    public static Outcome<InspectionTask> Apply(
        TaskFacts facts, TaskTrigger trigger, DateTimeOffset now, LegalClock clock, string field)
    {
        if (!TaskLifecycle.Table.Fire(facts.Task.State, trigger, facts).TryGet(out var step, out var refusal))
        {
            return refusal;
        }

        var (task, handed, today) = (facts.Task with { State = step.To }, facts.Submission, facts.Today);
        return trigger switch
        {
            TaskTrigger.PresentCertificates => task with
            {
                Entry = handed.Entry,
                PresentOfficerIds = [.. handed.PresentOfficerIds.Intersect(task.OfficerIds, StringComparer.Ordinal)],
                PresentedAt = now,
            },
            TaskTrigger.Record => task with
            {
                Entries = handed.Entries,
                Signature = handed.Signature,
                RecordedAt = now,
                RecordHash = InspectionRecord.HashOf(task, task.PresentOfficerIds, task.Entry, handed.Entries),
                CheckType = handed.ResultCodes is null ? null : handed.CheckType,
                ResultCodes = handed.ResultCodes,
            },
            TaskTrigger.Countersign => task with { OfficerSignatures = [.. task.OfficerSignatures, .. handed.OfficerSignatures] },
            TaskTrigger.OrderRectification => task with { Order = OrderOf(facts), RectifyBy = handed.RectifyBy },
            TaskTrigger.ReportClue => task with
            {
                Clue = new ReportedClue(
                    NamedOrAll(task, handed.CluePointIds), handed.ClueFacts!, clock.Due(facts.Rules.CluePeriod, today).Due)
                {
                    ReportedOn = today,
                },
            },
            TaskTrigger.ReportCorrection => task with
            {
                CorrectionReportedOn = today,
                RecheckBy = facts.Rules.RecheckPeriod(field, today) is { } period ? clock.Due(period, today).Due : null,
            },
            TaskTrigger.Recheck => task with { Recheck = new Recheck(handed.PresentOfficerIds, handed.Entries, now) },
            TaskTrigger.Escalate => task with { EscalatedTo = handed.EscalateTo },
            TaskTrigger.Terminate => task with { TerminationReason = handed.TerminationReason },
            _ => task,
        };
    }

    /// <summary>The task after several triggers, or the first refusal. Each step has its own instant, each countersignature the next of the signatures that are handed in.</summary>
    public static Outcome<InspectionTask> ApplyAll(
        TaskFacts facts, IEnumerable<TaskTrigger> triggers, Func<DateTimeOffset> now, LegalClock clock, string field)
    {
        var signatures = facts.Submission.OfficerSignatures;
        var signed = 0;
        foreach (var trigger in triggers)
        {
            var handed = trigger == TaskTrigger.Countersign
                ? facts with { Submission = facts.Submission with { OfficerSignatures = [signatures[signed++]] } }
                : facts;
            if (!Apply(handed, trigger, now(), clock, field).TryGet(out var next, out var refusal))
            {
                return refusal;
            }

            facts = facts with { Task = next };
        }

        return facts.Task;
    }

    /// <summary>
    /// How many of the steps to a record (accept, certificates, record) lie behind a task: it may be handed in at once, or after it was
    /// accepted or started.
    /// </summary>
    public static int StepsBehind(InspectionTask task) => task.State switch { TaskState.Accepted => 1, TaskState.OnSite => 2, _ => 0 };

    private static RectificationOrder OrderOf(TaskFacts facts) => new(
        NamedOrAll(facts.Task, facts.Submission.OrderedPointIds),
        facts.Submission.RectifyBy!.Value,
        string.Join("；", facts.Rules.RemediesOn(facts.Today).Select(remedy => remedy.Text)) + "。",
        facts.Today);

    private static IReadOnlyList<string> NamedOrAll(InspectionTask task, IReadOnlyList<string> points) =>
        points.Count > 0 ? points : [.. Faults(task.Entries).Select(entry => entry.PointId)];
}
