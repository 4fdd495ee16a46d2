using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Oversight;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.DecisionSupport;

namespace Supervision.Console.Commands;

/// <summary>Supervises the supervisors: who goes with whom, who comes again, whose inspections are too fast, and who bears too much.</summary>
internal static class AuditVisitsCommand
{
    public static Command Create(CommandFactory factory) => AuditVerb.Create(factory, "audit.visits", async (run, services, from, to, level, cancellationToken) =>
    {
        var report = (await services.RunAsync<AuditVisits, Outcome<VisitAuditReport>>(
            use => use.RunAsync(from, to, level, run.Actor, cancellationToken))).OrThrow();
        run.Output.Show(json => Write(json, report), output => Show(run, output, report));
        return report.IsSuspicious;
    });

    private static void Show(CommandRun run, Output output, VisitAuditReport report)
    {
        output.Line(run.Texts.Format("audit.visits.pairs", report.Visits, FairnessView.Probability(report.Pairs.PValue)));
        Table(run, output, "audit.visits.fast", report.Fast, ["task", "agency", "officers", "day", "seconds", "least"], fast =>
            [fast.Visit.TaskId, fast.Visit.AgencyId, string.Join(' ', fast.Visit.OfficerIds), Iso(fast.Visit.On), Text(fast.Seconds), Text(fast.Least)]);
        Table(run, output, "audit.visits.repeated", report.Repeated, ["officer", "subject", "visits", "ofSubject", "p"], one =>
            [one.OfficerId, one.SubjectId, Text(one.Visits), Text(one.OfSubject), FairnessView.Probability(one.PValue)]);
        Table(run, output, "audit.visits.redraws", report.SuspiciousRedraws, ["agency", "redrawn", "visits", "p"], rate =>
            [rate.AgencyId, Text(rate.Redrawn), Text(rate.Visits), FairnessView.Probability(rate.PValue)]);
        Table(run, output, "audit.visits.burden", report.Overburdened, ["subject", "year", "entries", "budget"], burden =>
            [burden.SubjectId, Text(burden.Year), Text(burden.Entries), Text(burden.Budget)]);
        output.Line(run.Texts[report.IsSuspicious ? "audit.visits.ask" : "audit.visits.nothing"]);
    }

    private static void Table<T>(
        CommandRun run, Output output, string title, IReadOnlyList<T> rows, string[] columns, Func<T, IReadOnlyList<string>> row)
    {
        if (rows.Count > 0)
        {
            output.Line(run.Texts[title]);
            output.Table([.. columns.Select(column => run.Texts[$"column.{column}"])], rows.Select(row));
        }
    }

    private static void Write(Utf8JsonWriter json, VisitAuditReport report)
    {
        json.WriteNumber("visits", report.Visits);
        json.WriteBoolean("suspicious", report.IsSuspicious);
        json.WriteNumberOrNull("pairs", report.Pairs.PValue);
        json.WriteRows("fast", report.Fast, fast =>
        {
            json.WriteString("task", fast.Visit.TaskId);
            json.WriteNumber("seconds", fast.Seconds);
            json.WriteNumber("least", fast.Least);
        });
        json.WriteRows("repeated", report.Repeated, one =>
        {
            json.WriteString("officer", one.OfficerId);
            json.WriteString("subject", one.SubjectId);
            json.WriteNumber("visits", one.Visits);
            json.WriteNumber("ofSubject", one.OfSubject);
            json.WriteNumber("p", one.PValue);
        });
        json.WriteRows("redraws", report.Redraws, rate =>
        {
            json.WriteString("agency", rate.AgencyId);
            json.WriteNumber("redrawn", rate.Redrawn);
            json.WriteNumber("visits", rate.Visits);
            json.WriteNumberOrNull("p", rate.PValue);
            json.WriteBoolean("suspicious", report.SuspiciousRedraws.Contains(rate));
        });
        json.WriteRows("overburdened", report.Overburdened, burden =>
        {
            json.WriteString("subject", burden.SubjectId);
            json.WriteNumber("year", burden.Year);
            json.WriteNumber("entries", burden.Entries);
            json.WriteNumber("budget", burden.Budget);
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
