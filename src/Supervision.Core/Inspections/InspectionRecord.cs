using System.Text;
using Supervision.Audit;
using Supervision.Hashing;

namespace Supervision.Inspections;

/// <summary>The on-site record 现场笔录 as bytes that can be signed. Pure: a phone and the server compute the same hash.</summary>
public static class InspectionRecord
{
    /// <summary>
    /// SHA-256 over task, subject, checklist version, who was there, the logged entry, and every answer with its evidence;
    /// 64 lower-case hexadecimal digits.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="presentOfficerIds">Officers who were there, in the order of the record.</param>
    /// <param name="entry">The scan that logged the visit, or null.</param>
    /// <param name="entries">Answers, in the order of the record.</param>
    public static string HashOf(
        InspectionTask task, IReadOnlyList<string> presentOfficerIds, EntryScan? entry, IReadOnlyList<CheckEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(presentOfficerIds);
        ArgumentNullException.ThrowIfNull(entries);
        return Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
        {
            json.WriteString("task", task.Id);
            json.WriteString("subject", task.SubjectId);
            json.WriteString("checklist", task.Checklist.ContentHash);
            json.WriteStartArray("officers");
            foreach (var officer in presentOfficerIds)
            {
                json.WriteStringValue(officer);
            }

            json.WriteEndArray();
            json.WriteStartArray("entry");
            if (entry is not null)
            {
                json.WriteStringValue(entry.SubjectCode);
                json.WriteStringValue(entry.At.ToUniversalTime());
                json.WriteStringValue(entry.Device);
            }

            json.WriteEndArray();
            json.WriteStartArray("entries");
            foreach (var answer in entries)
            {
                json.WriteStartArray();
                json.WriteStringValue(answer.PointId);
                json.WriteNumberValue((int)answer.Answer);
                json.WriteBooleanValue(answer.CorrectedOnSpot);
                json.WriteStringValue(answer.Note);
                foreach (var evidence in answer.Evidence)
                {
                    json.WriteStringValue(evidence.Sha256);
                    json.WriteStringValue(evidence.TakenAt.ToUniversalTime());
                    json.WriteStringValue(evidence.Device);
                    json.WriteStringValue(evidence.Location);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }))).ToString();
    }
}
