using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Inspections;

/// <summary>What the journal says of a step of a task.</summary>
internal static class TaskJournal
{
    /// <summary>Type of the record that a task got its officers.</summary>
    public const string AssignedType = "task.assigned";

    /// <summary>Type of the record that an officer was replaced.</summary>
    public const string RedrawnType = "officer.redrawn";

    public static void Append(
        IUnitOfWork work, string type, InspectionTask task, IReadOnlyList<Finding> findings, Actor actor, DateTimeOffset now)
    {
        work.Append(new JournalRecord(type, task.Id, actor, now, CanonicalJson.Of(json =>
        {
            json.WriteString("state", task.State.ToString());
            json.WriteString("subject", task.SubjectId);
            json.WriteString("record", task.RecordHash);
        })));
        foreach (var finding in findings)
        {
            work.Append(new JournalRecord("finding.recorded", finding.Id, actor, now, CanonicalJson.Of(json =>
            {
                json.WriteString("subject", finding.SubjectId);
                json.WriteString("content", finding.ContentCode);
                json.WriteString("severity", finding.Severity);
                json.WriteString("foundOn", Invariant.Text(finding.FoundOn));
            })));
        }
    }

    /// <summary>A task got its officers.</summary>
    public static void Assigned(IUnitOfWork work, InspectionTask task, Actor actor, DateTimeOffset now) =>
        work.Append(new JournalRecord(AssignedType, task.Id, actor, now, CanonicalJson.Of(json =>
        {
            json.WriteString("subject", task.SubjectId);
            json.WriteString("agency", task.AgencyId);
            json.WriteStartArray("officers");
            foreach (var officer in task.OfficerIds)
            {
                json.WriteStringValue(officer);
            }

            json.WriteEndArray();
        })));

    /// <summary>An officer of a team was replaced.</summary>
    public static void Redrawn(IUnitOfWork work, string drawId, OfficerRedraw redraw, Digest announcement, Actor actor, DateTimeOffset now) =>
        work.Append(new JournalRecord(RedrawnType, redraw.TaskId, actor, now, CanonicalJson.Of(json =>
        {
            json.WriteString("draw", drawId);
            json.WriteString("left", redraw.Left);
            json.WriteString("newcomer", redraw.Newcomer);
            json.WriteString("reason", redraw.Reason);
            json.WriteString("approver", redraw.Approver);
            json.WriteString("announcement", announcement.ToString());
        })));
}
