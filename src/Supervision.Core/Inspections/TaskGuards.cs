using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Lifecycles;

namespace Supervision.Inspections;

/// <summary>The conditions of the task life-cycle, each with its name and the code of its refusal.</summary>
internal static class TaskGuards
{
    private static readonly LegalBasis s_twoOfficers = new("行政处罚法", "第四十二条", new DateOnly(2021, 7, 15));
    private static readonly LegalBasis s_recusal = new("行政处罚法", "第四十三条", new DateOnly(2021, 7, 15));

    public static Guard<TaskFacts> OfficersMayInspect => new("officers may inspect today and are not recused", facts =>
        facts.Officers.Select(officer => officer.CheckDrawable(facts.Today)).FirstOrDefault(refusal => refusal is not null)
        ?? facts.Recusals
            .Where(r => r.SubjectId == facts.Task.SubjectId && r.DecidedOn <= facts.Today
                && facts.Task.OfficerIds.Contains(r.OfficerId, StringComparer.Ordinal))
            .Select(r => Refusal.Of("SUP2102", r.OfficerId, r.SubjectId).On(s_recusal))
            .FirstOrDefault());

    // Logged before any question: the scan is of this subject, and no evidence of the same device is older.
    public static Guard<TaskFacts> VisitLogged => new("the visit was logged by a scan of the subject's code", facts =>
    {
        if (facts.Rules.EntryScanOn(facts.Today) is not { } basis)
        {
            return null;
        }

        if (facts.Submission.Entry is not { Device.Length: > 0 } scan)
        {
            return Refusal.Of("SUP2111", facts.Task.Id).On(basis);
        }

        return scan.SubjectCode == facts.Task.SubjectId
            ? null
            : Refusal.Of("SUP2112", facts.Task.Id, scan.SubjectCode, facts.Task.SubjectId).On(basis);
    });

    // Distinct officers of this task: the same person entered twice is one person.
    public static Guard<TaskFacts> TwoOfficersPresent => new("two assigned officers are present", facts =>
    {
        var present = facts.Submission.PresentOfficerIds
            .Intersect(facts.Task.OfficerIds, StringComparer.Ordinal).Count();
        return present >= 2 ? null : Refusal.Of("SUP2103", Invariant.Text(present)).On(s_twoOfficers);
    });

    public static Guard<TaskFacts> EveryPointAnswered => new("every point is answered once", facts =>
    {
        var points = facts.Checklist.Points.Select(point => point.Id).ToHashSet(StringComparer.Ordinal);
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in facts.Submission.Entries)
        {
            if (!points.Contains(entry.PointId) || !Enum.IsDefined(entry.Answer) || !answered.Add(entry.PointId))
            {
                return Refusal.Of("SUP2105", entry.PointId, facts.Checklist.Id);
            }
        }

        return Open(facts.Checklist.Points.Select(point => point.Id), answered);
    });

    public static Guard<TaskFacts> EvidenceForEachFault => new("each non-conformity has evidence with hash, time, place and device", facts =>
    {
        foreach (var entry in facts.Submission.Entries.Where(entry => entry.Answer == CheckAnswer.NonConform))
        {
            if (entry.Evidence.Count == 0 || !entry.Evidence.All(e => Digest.TryParse(e.Sha256, out _)))
            {
                return Refusal.Of("SUP2106", entry.PointId);
            }

            if (entry.Evidence.FirstOrDefault(e => e.TakenAt == default || e.Device.Length == 0 || e.Location.Length == 0) is { } vague)
            {
                return Refusal.Of("SUP2113", entry.PointId, vague.Sha256);
            }

            if (facts.Task.Entry is { } scan
                && entry.Evidence.FirstOrDefault(e => e.Device == scan.Device && e.TakenAt < scan.At) is { } early)
            {
                return Refusal.Of("SUP2114", entry.PointId, early.Sha256);
            }
        }

        return null;
    });

    public static Guard<TaskFacts> RecordSigned => new("the party signed, or its refusal is witnessed", facts =>
        facts.Submission.Signature is { IsComplete: true } ? null : Refusal.Of("SUP2107", facts.Task.Id));

    public static Guard<TaskFacts> ResultCodesFit => new("result codes belong to the check type", facts =>
        facts.Submission.ResultCodes is null
            ? null
            : ResultCodes.Shipped.Read(facts.Submission.CheckType, facts.Submission.ResultCodes).Refusal);

    // One signature a step. The hash is the officer's own computation: a record that was altered in between has another.
    public static Guard<TaskFacts> SignsThisRecord => new("an officer who was present signs this very record, once", facts =>
    {
        if (facts.Submission.OfficerSignatures is not [var signature])
        {
            return Refusal.Of("SUP2115", facts.Task.Id, Invariant.Text(facts.Submission.OfficerSignatures.Count));
        }

        if (signature.RecordHash != facts.Task.RecordHash)
        {
            return Refusal.Of("SUP2116", signature.OfficerId, signature.RecordHash, facts.Task.RecordHash ?? "-");
        }

        return !facts.Task.PresentOfficerIds.Contains(signature.OfficerId, StringComparer.Ordinal)
            || facts.Task.OfficerSignatures.Any(earlier => earlier.OfficerId == signature.OfficerId)
            ? Refusal.Of("SUP2117", signature.OfficerId, facts.Task.Id)
            : null;
    });

    public static Guard<TaskFacts> TwoOfficersSigned => new("two officers who were present signed the same record", facts =>
    {
        var signed = facts.Task.OfficerSignatures.Select(signature => signature.OfficerId).Distinct(StringComparer.Ordinal).Count();
        return signed >= 2 ? null : Refusal.Of("SUP2118", facts.Task.Id, Invariant.Text(signed)).On(s_twoOfficers);
    });

    // Which points are key is the form's; it cites no provision, since that of food (食品生产经营监督检查管理办法 art. 32) is none for a lift.
    public static Guard<TaskFacts> NothingLeftToCorrect => new("every fault is a general point, corrected on the spot", facts =>
        TaskSteps.Faults(facts.Task.Entries).FirstOrDefault(entry => !entry.CorrectedOnSpot
            || facts.Checklist.Find(entry.PointId)?.Importance == Catalog.PointImportance.Key) is { } open
            ? Refusal.Of("SUP2119", facts.Task.Id, open.PointId)
            : null);

    public static Guard<TaskFacts> OrderNamesFaults => new("the order names points found wanting", facts =>
        Named(facts, facts.Submission.OrderedPointIds));

    public static Guard<TaskFacts> OrderHasDueDate => new("the order names its last day", facts =>
        facts.Submission.RectifyBy is { } day && day >= facts.Today ? null : Refusal.Of("SUP2108", facts.Task.Id));

    public static Guard<TaskFacts> ClueNamesFaults => new("the clue names its facts and points found wanting", facts =>
        string.IsNullOrWhiteSpace(facts.Submission.ClueFacts)
            ? Refusal.Of("SUP2122", facts.Task.Id)
            : Named(facts, facts.Submission.CluePointIds));

    public static Guard<TaskFacts> ReportedOnce => new("the correction was not reported before", facts =>
        facts.Task.CorrectionReportedOn is { } day ? Refusal.Of("SUP2123", facts.Task.Id, Invariant.Text(day)) : null);

    public static Guard<TaskFacts> OrderedPointsAnswered => new("every ordered point is looked at again, once", facts =>
    {
        var ordered = TaskSteps.OrderedPoints(facts.Task).ToList();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in facts.Submission.Entries)
        {
            if (facts.Checklist.Find(entry.PointId) is null || !answered.Add(entry.PointId))
            {
                return Refusal.Of("SUP2105", entry.PointId, facts.Checklist.Id);
            }
        }

        return Open(ordered, answered);
    });

    public static Guard<TaskFacts> EveryFaultCorrected => new("every ordered point is corrected", facts =>
        StillWrong(facts.Task) is { } open ? Refusal.Of("SUP2110", facts.Task.Id, open) : null);

    public static Guard<TaskFacts> SomeFaultRemains => new("a fault remains, and it is said where it goes", facts =>
        StillWrong(facts.Task) is null ? Refusal.Of("SUP2124", facts.Task.Id)
        : string.IsNullOrWhiteSpace(facts.Submission.EscalateTo) ? Refusal.Of("SUP2125", facts.Task.Id)
        : null);

    public static Guard<TaskFacts> ReasonGiven => new("a reason is recorded", facts =>
        string.IsNullOrWhiteSpace(facts.Submission.TerminationReason) ? Refusal.Of("SUP2109", facts.Task.Id) : null);

    private static string? StillWrong(InspectionTask task)
    {
        var wrong = TaskSteps.Faults(task.Recheck?.Entries ?? []).Select(entry => entry.PointId).ToHashSet(StringComparer.Ordinal);
        return TaskSteps.OrderedPoints(task).FirstOrDefault(wrong.Contains);
    }

    private static Refusal? Open(IEnumerable<string> asked, HashSet<string> answered)
    {
        var open = asked.Where(point => !answered.Contains(point)).ToList();
        return open.Count == 0 ? null : Refusal.Of("SUP2104", Invariant.Text(open.Count), string.Join(", ", open.Take(5)));
    }

    private static Refusal? Named(TaskFacts facts, IReadOnlyList<string> points)
    {
        var faults = TaskSteps.Faults(facts.Task.Entries).Select(entry => entry.PointId).ToList();
        return faults.Count == 0 ? Refusal.Of("SUP2120", facts.Task.Id)
            : points.FirstOrDefault(point => !faults.Contains(point, StringComparer.Ordinal)) is { } other
                ? Refusal.Of("SUP2121", facts.Task.Id, other)
                : null;
    }
}
