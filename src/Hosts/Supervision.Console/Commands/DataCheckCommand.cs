using System.CommandLine;
using Supervision.Console.Data;
using Supervision.Console.Shell;
using Supervision.Data;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Tests a delivery by a data standard, down to the row. Needs no database.</summary>
internal static class DataCheckCommand
{
    public static Command Create(CommandFactory factory)
    {
        var folder = new Argument<string>("FOLDER");
        var standard = new Option<string?>("--standard") { HelpName = "FILE" };
        var table = new Option<string?>("--table") { HelpName = "TABLE" };
        var rule = new Option<string?>("--rule") { HelpName = "RULE" };
        var limit = new Option<int>("--limit") { HelpName = "N", DefaultValueFactory = _ => 0 };
        var issues = new Option<string?>("--issues") { HelpName = "FILE" };
        return factory.Verb("data.check", RunAsync, folder, standard, table, rule, limit, issues);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var tested = DeliveryFolder.Standard(run.Arguments.GetValue(standard));
            var report = await run.Talk.WaitAsync("data.progress", () => Task.FromResult(
                new QualityCheck(tested, new LegalClock(WorkingCalendar.Shipped, PeriodConventions.Shipped))
                    .Run(DeliveryFolder.Read(run.Arguments.GetRequiredValue(folder), tested))));
            if (run.Arguments.GetValue(issues) is { } path)
            {
                await IssuesFile.WriteAsync(path, report, run.Texts.Culture);
            }

            var (ofTable, ofRule) = (run.Arguments.GetValue(table), run.Arguments.GetValue(rule));
            var shown = report.Issues
                .Where(issue => (ofTable is null || issue.Table == ofTable) && (ofRule is null || issue.RuleId == ofRule))
                .Take(run.Arguments.GetValue(limit)).ToList();
            run.Output.Show(json => QualityView.Write(json, report, shown, run), output => QualityView.Show(output, report, shown, run));
            return report.Issues.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }
}
