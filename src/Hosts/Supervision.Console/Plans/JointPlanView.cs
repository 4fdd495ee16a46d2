using System.Globalization;
using System.Text.Json;
using Supervision.Console.Cases;
using Supervision.Console.Shell;
using Supervision.Coordination;
using Supervision.Decisions;

namespace Supervision.Console.Plans;

/// <summary>Joint plans, their visits and forms on the screen.</summary>
internal static class JointPlanView
{
    public static ExitCode Show(CommandRun run, Outcome<JointPlan> outcome)
    {
        if (!outcome.TryGet(out var plan, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        var savings = plan.Savings;
        run.Output.Show(
            json => Write(json, plan),
            output =>
            {
                output.Line(run.Texts.Format(
                    plan.ApprovedOn is null ? "joint.proposed" : "joint.approved", plan.Id, plan.Year, plan.ApprovedBy ?? plan.ProposedBy,
                    CaseView.Date(plan.ApprovedOn ?? plan.ProposedOn)));
                output.Line(run.Texts.Format("plan.merge.visits", savings.VisitsPlanned, savings.VisitsActual, savings.VisitsSaved));
                output.Line(run.Texts.Format("plan.merge.officers", savings.AttendancesPlanned, savings.AttendancesActual, savings.AttendancesSaved));
                output.Line(run.Texts.Format("joint.dropped", plan.JointShare?.ToString() ?? "-", plan.Dropped.Count, plan.ContentHash));
                foreach (var note in plan.Notes.Take(20))
                {
                    output.Line(run.Texts.Format($"plan.merge.note.{note.Kind}", note.SubjectId, note.Count));
                }
            });
        return ExitCode.Ok;
    }

    public static void Show(CommandRun run, IReadOnlyList<JointPlan> plans) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("plans");
            foreach (var plan in plans)
            {
                json.WriteStartObject();
                Write(json, plan);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output => output.Table(
            [run.Texts["joint.column.plan"], run.Texts["joint.column.year"], run.Texts["joint.column.visits"], run.Texts["joint.column.approved"]],
            plans.Select(plan => (IReadOnlyList<string>)
                [plan.Id, Number(plan.Year), Number(plan.Visits), plan.ApprovedBy is null ? "-" : $"{plan.ApprovedBy} {CaseView.Date(plan.ApprovedOn)}"])));

    public static void Show(CommandRun run, IReadOnlyList<PlannedVisit> visits) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("visits");
            foreach (var planned in visits)
            {
                Write(json, planned);
            }

            json.WriteEndArray();
        },
        output => output.Table(
            [run.Texts["joint.column.visit"], run.Texts["column.day"], run.Texts["joint.column.subject"], run.Texts["joint.column.agencies"], run.Texts["joint.column.tasks"]],
            visits.Select(planned => (IReadOnlyList<string>)
            [
                Number(planned.Number), CaseView.Date(planned.Visit.On)!, planned.Visit.SubjectId,
                string.Join(", ", planned.Visit.Attendances.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {Number(pair.Value)}")),
                planned.TaskIds.Count == 0 ? "-" : string.Join(", ", planned.TaskIds),
            ])));

    public static void Show(CommandRun run, JointForm form) => run.Output.Show(
        json =>
        {
            json.WriteNumber("points", form.Form.Points);
            json.WriteStartArray("lines");
            foreach (var line in form.Form.Lines)
            {
                json.WriteStartObject();
                json.WriteString("line", line.Id);
                json.WriteString("text", line.Text);
                json.WriteString("importance", line.Importance.ToString());
                json.WriteString("checkedBy", line.CheckedBy);
                json.WriteStartArray("owners");
                foreach (var owner in line.Owners)
                {
                    json.WriteStringValue(owner.AgencyId);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Line(run.Texts.Format("joint.form.lines", form.Form.Lines.Count, form.Form.Points));
            output.Table(
                ["#", run.Texts["joint.column.point"], run.Texts["joint.column.checked"], run.Texts["joint.column.owners"]],
                form.Form.Lines.Select(line => (IReadOnlyList<string>)
                    [line.Id, line.Text, line.CheckedBy, string.Join(", ", line.Owners.Select(owner => owner.AgencyId).Distinct(StringComparer.Ordinal))]));
        });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, JointPlan plan)
    {
        json.WriteString("plan", plan.Id);
        json.WriteNumber("year", plan.Year);
        json.WriteString("content", plan.ContentHash);
        json.WriteString("proposedBy", plan.ProposedBy);
        json.WriteString("approvedBy", plan.ApprovedBy);
        json.WriteNumber("visitsPlanned", plan.Savings.VisitsPlanned);
        json.WriteNumber("visits", plan.Savings.VisitsActual);
        json.WriteNumber("visitsSaved", plan.Savings.VisitsSaved);
        json.WriteNumber("attendancesPlanned", plan.Savings.AttendancesPlanned);
        json.WriteNumber("attendances", plan.Savings.AttendancesActual);
        json.WriteNumber("attendancesSaved", plan.Savings.AttendancesSaved);
        json.WriteString("jointShare", plan.JointShare?.ToString());
        json.WriteNumber("dropped", plan.Dropped.Count);
        json.WriteNumber("notes", plan.Notes.Count);
    }

    private static void Write(Utf8JsonWriter json, PlannedVisit planned)
    {
        json.WriteStartObject();
        json.WriteNumber("visit", planned.Number);
        json.WriteString("subject", planned.Visit.SubjectId);
        json.WriteString("on", CaseView.Date(planned.Visit.On));
        json.WriteString("lead", planned.Visit.LeadAgencyId);
        json.WriteStartArray("tasks");
        foreach (var task in planned.TaskIds)
        {
            json.WriteStringValue(task);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
