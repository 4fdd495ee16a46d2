using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Coordination;
using Supervision.Decisions;

namespace Supervision.Hosting.Plans;

/// <summary>A merged plan as JSON: visits, what was dropped and why, savings with what they were computed from.</summary>
internal static class MergedPlanFile
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(MergedPlan plan)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            Members(json, plan, withVisits: true);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>What merging saves, and the share of joint visits; the same members wherever a plan is shown.</summary>
    public static void Savings(Utf8JsonWriter json, MergeSavings savings, Rate? share)
    {
        json.WriteNumber("visitsPlanned", savings.VisitsPlanned);
        json.WriteNumber("visits", savings.VisitsActual);
        json.WriteNumber("visitsSaved", savings.VisitsSaved);
        json.WriteNumber("attendancesPlanned", savings.AttendancesPlanned);
        json.WriteNumber("attendances", savings.AttendancesActual);
        json.WriteNumber("attendancesSaved", savings.AttendancesSaved);
        json.WriteString("jointShare", share?.ToString());
    }

    public static void Members(Utf8JsonWriter json, MergedPlan plan, bool withVisits)
    {
        Savings(json, plan.Savings, plan.JointShare);
        json.WriteNumber("jointInspections", JointInspection.Of(plan).Count);
        json.WriteStartArray("notes");
        foreach (var note in plan.Notes)
        {
            json.WriteStartObject();
            json.WriteString("kind", note.Kind.ToString());
            json.WriteString("subject", note.SubjectId);
            json.WriteNumber("count", note.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("dropped");
        foreach (var drop in plan.Dropped)
        {
            json.WriteStartObject();
            json.WriteString("check", drop.Check.Id);
            json.WriteString("reason", drop.Reason.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (withVisits)
        {
            Visits(json, plan);
        }
    }

    private static void Visits(Utf8JsonWriter json, MergedPlan plan)
    {
        json.WriteStartArray("plan");
        foreach (var visit in plan.Visits)
        {
            json.WriteStartObject();
            json.WriteString("subject", visit.SubjectId);
            json.WriteString("on", Text(visit.On));
            json.WriteString("from", Text(visit.From));
            json.WriteString("to", Text(visit.To));
            json.WriteString("lead", visit.LeadAgencyId);
            json.WriteStartObject("officers");
            foreach (var (agency, officers) in visit.Attendances.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(agency, officers);
            }

            json.WriteEndObject();
            json.WriteStartArray("checks");
            foreach (var check in visit.Checks)
            {
                json.WriteStartObject();
                json.WriteString("id", check.Id);
                json.WriteString("agency", check.AgencyId);
                json.WriteString("item", check.ItemCode);
                json.WriteString("doneBy", visit.DelegatedTo.GetValueOrDefault(check.Id, check.AgencyId));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
