using System.Text;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Coordination;

/// <summary>The content of a merged plan as bytes that can be hashed: what was approved is what is opened.</summary>
internal static class JointPlanHash
{
    public static string Of(MergedPlan plan) => Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
    {
        json.WriteStartArray("visits");
        foreach (var visit in plan.Visits)
        {
            json.WriteStartArray();
            json.WriteStringValue(visit.SubjectId);
            json.WriteStringValue(Invariant.Text(visit.From));
            json.WriteStringValue(Invariant.Text(visit.To));
            json.WriteStringValue(Invariant.Text(visit.On));
            foreach (var check in visit.Checks)
            {
                json.WriteStringValue(check.Id);
                json.WriteStringValue(check.ItemCode);
                json.WriteStringValue(visit.DoneBy(check));
            }

            foreach (var (agency, officers) in visit.Attendances.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteStringValue(agency);
                json.WriteNumberValue(officers);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("dropped");
        foreach (var (check, reason) in plan.Dropped)
        {
            json.WriteStringValue(check.Id);
            json.WriteNumberValue((int)reason);
        }

        json.WriteEndArray();
        json.WriteNumber("visitsPlanned", plan.Savings.VisitsPlanned);
        json.WriteNumber("visitsActual", plan.Savings.VisitsActual);
        json.WriteNumber("attendancesPlanned", plan.Savings.AttendancesPlanned);
        json.WriteNumber("attendancesActual", plan.Savings.AttendancesActual);
    }))).ToString();
}
