using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>What the journal says of a step of a task.</summary>
internal static class TaskJournal
{
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
}
