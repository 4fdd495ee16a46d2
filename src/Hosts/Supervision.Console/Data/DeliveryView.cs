using Supervision.Console.Shell;
using Supervision.Data;

namespace Supervision.Console.Data;

/// <summary>Shows what became of a delivery.</summary>
internal static class DeliveryView
{
    public static async Task<ExitCode> ShowAsync(CommandRun run, DeliveryResult result, string? issuesPath, string? folder)
    {
        var (report, batch) = (result.Report, result.Batch);
        if (issuesPath is not null)
        {
            await IssuesFile.WriteAsync(issuesPath, report, run.Texts.Culture);
        }

        var (added, changed, deleted) = batch is null ? (0, 0, 0)
            : (batch.Count(BatchOperation.Insert), batch.Count(BatchOperation.Update), batch.Count(BatchOperation.Delete));
        var rejected = report.Rows.Keys.Sum(table => report.Rejected(table).Count);
        run.Output.Show(
            json =>
            {
                json.WriteString("batch", batch?.Number.ToString());
                json.WriteString("folder", folder);
                json.WriteNumber("inserted", added);
                json.WriteNumber("updated", changed);
                json.WriteNumber("deleted", deleted);
                json.WriteNumber("unchanged", result.Unchanged);
                json.WriteNumber("rejected", rejected);
                QualityView.Write(json, report, [], run);
            },
            output =>
            {
                output.Line(batch is null
                    ? run.Texts.Format("data.nothing", result.Unchanged)
                    : run.Texts.Format("data.batch", batch.Number, added, changed, deleted, result.Unchanged, rejected));
                QualityView.Show(output, report, [.. report.Issues.Where(issue => issue.Rejects).Take(5)], run);
            });
        return rejected == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
    }
}
