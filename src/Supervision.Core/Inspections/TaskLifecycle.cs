using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Inspections;

/// <summary>The life-cycle of an inspection task as one table.</summary>
public static class TaskLifecycle
{
    private static readonly LegalBasis s_twoOfficers = new("行政处罚法", "第四十二条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_presentation = new("行政处罚法", "第五十五条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_recusal = new("行政处罚法", "第四十三条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_record = new("特种设备安全监督检查办法", "第二十七条", new DateOnly(2022, 7, 1));

    /// <summary>The table. SUP2101: the state has no such step.</summary>
    public static Lifecycle<TaskState, TaskTrigger, TaskFacts> Table { get; } = new("SUP2101")
    {
        { TaskState.Assigned, TaskTrigger.Accept, TaskState.Accepted, s_recusal, OfficersMayInspect },
        { TaskState.Accepted, TaskTrigger.PresentCertificates, TaskState.OnSite, s_presentation, TwoOfficersPresent },
        { TaskState.OnSite, TaskTrigger.Record, TaskState.Recorded, s_record, EveryPointAnswered, EvidenceForEachFault, RecordSigned },
        { TaskState.Recorded, TaskTrigger.OrderRectification, TaskState.Rectifying, null, OrderHasDueDate },
        { TaskState.Recorded, TaskTrigger.Close, TaskState.Closed, null },
        { TaskState.Rectifying, TaskTrigger.PassRecheck, TaskState.Closed, null, TwoOfficersPresent, EveryFaultCorrected },
        { TaskState.Assigned, TaskTrigger.Terminate, TaskState.Terminated, null, ReasonGiven },
        { TaskState.Accepted, TaskTrigger.Terminate, TaskState.Terminated, null, ReasonGiven },
        { TaskState.OnSite, TaskTrigger.Terminate, TaskState.Terminated, null, ReasonGiven },
    };

    private static Guard<TaskFacts> OfficersMayInspect => new("officers may inspect today and are not recused", facts =>
        facts.Officers.Select(officer => officer.CheckDrawable(facts.Today)).FirstOrDefault(refusal => refusal is not null)
        ?? facts.Recusals
            .Where(r => r.SubjectId == facts.Task.SubjectId && facts.Task.OfficerIds.Contains(r.OfficerId, StringComparer.Ordinal))
            .Select(r => Refusal.Of("SUP2102", r.OfficerId, r.SubjectId).On(s_recusal))
            .FirstOrDefault());

    // Distinct officers of this task: the same person entered twice is one person.
    private static Guard<TaskFacts> TwoOfficersPresent => new("two assigned officers are present", facts =>
    {
        var present = facts.Submission.PresentOfficerIds
            .Intersect(facts.Task.OfficerIds, StringComparer.Ordinal).Count();
        return present >= 2 ? null : Refusal.Of("SUP2103", Invariant.Text(present)).On(s_twoOfficers);
    });

    private static Guard<TaskFacts> EveryPointAnswered => new("every point is answered once", facts =>
    {
        var points = facts.Checklist.Points.Select(point => point.Id).ToHashSet(StringComparer.Ordinal);
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in facts.Submission.Entries)
        {
            if (!points.Contains(entry.PointId) || !answered.Add(entry.PointId))
            {
                return Refusal.Of("SUP2105", entry.PointId, facts.Checklist.Id);
            }
        }

        var open = facts.Checklist.Points.Where(point => !answered.Contains(point.Id)).Select(point => point.Id).ToList();
        return open.Count == 0 ? null : Refusal.Of("SUP2104", Invariant.Text(open.Count), string.Join(", ", open.Take(5)));
    });

    private static Guard<TaskFacts> EvidenceForEachFault => new("each non-conformity has evidence", facts =>
    {
        var bare = facts.Submission.Entries.FirstOrDefault(entry =>
            entry.Answer == CheckAnswer.NonConform && !entry.Evidence.Any(e => Hashing.Digest.TryParse(e.Sha256, out _)));
        return bare is null ? null : Refusal.Of("SUP2106", bare.PointId);
    });

    private static Guard<TaskFacts> RecordSigned => new("the party signed, or its refusal is witnessed", facts =>
        facts.Submission.Signature is { IsComplete: true } ? null : Refusal.Of("SUP2107", facts.Task.Id));

    private static Guard<TaskFacts> OrderHasDueDate => new("the order names its last day", facts =>
        facts.Submission.RectifyBy is { } day && day >= facts.Today ? null : Refusal.Of("SUP2108", facts.Task.Id));

    private static Guard<TaskFacts> EveryFaultCorrected => new("every fault is corrected", facts =>
    {
        var conform = facts.Submission.Entries.Where(entry => entry.Answer != CheckAnswer.NonConform)
            .Select(entry => entry.PointId).ToHashSet(StringComparer.Ordinal);
        var open = facts.Task.Entries.FirstOrDefault(entry =>
            entry.Answer == CheckAnswer.NonConform && !conform.Contains(entry.PointId));
        return open is null ? null : Refusal.Of("SUP2110", facts.Task.Id, open.PointId);
    });

    private static Guard<TaskFacts> ReasonGiven => new("a reason is recorded", facts =>
        string.IsNullOrWhiteSpace(facts.Submission.TerminationReason) ? Refusal.Of("SUP2109", facts.Task.Id) : null);
}
