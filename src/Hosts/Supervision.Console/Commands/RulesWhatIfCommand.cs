using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Import;
using Supervision.Console.Oversight;
using Supervision.Console.Shell;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.DecisionSupport;
using Supervision.Inspections;
using Supervision.Risk;
using Supervision.Rules.WhatIf;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>What another set of rule packs would change for the subjects of the database.</summary>
internal static class RulesWhatIfCommand
{
    // As in the audits, where it is an option.
    private const double Significance = 0.01;

    public static Command Create(CommandFactory factory)
    {
        var before = new Argument<string>("BEFORE");
        var after = new Argument<string>("AFTER");
        var on = new Option<DateOnly?>("--on") { HelpName = "DATE" };
        var list = new Option<string?>("--list") { HelpName = "FILE" };
        var effort = new Option<decimal>("--officer-days") { HelpName = "DAYS", DefaultValueFactory = _ => 1m };
        var tested = new Option<DateOnly?>("--visits-to") { HelpName = "DATE" };
        return factory.Verb("rules.whatif", RunAsync, before, after, on, list, effort, tested);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var missing = new[] { before, after }.Select(run.Arguments.GetRequiredValue).FirstOrDefault(path => !Directory.Exists(path));
            if (missing is not null)
            {
                run.Talk.Warn("rules.nofolder", missing);
                return ExitCode.Failed;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var asOf = run.Arguments.GetValue(on)
                ?? await services.RunAsync<AuthorityClock, DateOnly>(clock => Task.FromResult(clock.Today));
            var later = run.Arguments.GetValue(tested) is { } until
                ? (await services.RunAsync<AuditVisits, Outcome<IReadOnlyList<AuditedVisit>>>(
                    use => use.ListAsync(asOf.AddDays(1), until, run.Actor, cancellationToken))).OrThrow()
                : null;
            var comparison = new PolicyComparison(
                PolicySet.Of(RulePackFiles.Load(run.Arguments.GetRequiredValue(before))),
                PolicySet.Of(RulePackFiles.Load(run.Arguments.GetRequiredValue(after))), asOf, later);
            await run.Talk.WaitAsync("rules.whatif.progress", async () =>
            {
                await AddAllAsync(services, comparison, cancellationToken);
                return true;
            });
            if (run.Arguments.GetValue(list) is { } file)
            {
                await WholeFile.WriteAsync(file, stream => WriteAsync(stream, comparison, cancellationToken));
            }

            Show(run, comparison, asOf, run.Arguments.GetValue(effort), later is not null);
            return ExitCode.Ok;
        }
    }

    private static async Task AddAllAsync(HostServices services, PolicyComparison comparison, CancellationToken cancellationToken)
    {
        var clean = await services.RunAsync<ITaskStore, IReadOnlyDictionary<string, int>>(
            async tasks => await tasks.CountCleanAsync(cancellationToken));
        var histories = new Dictionary<string, CreditHistory>(StringComparer.Ordinal);
        await services.RunAsync<ICreditEventStore, bool>(async store =>
        {
            await foreach (var history in store.StreamAsync(cancellationToken))
            {
                histories.Add(history.SubjectId, history);
            }

            return true;
        });
        await services.RunAsync<IStandingStore, bool>(async store =>
        {
            await foreach (var row in store.StreamAsync(cancellationToken))
            {
                comparison.Add(row, histories.GetValueOrDefault(row.SubjectId), clean.GetValueOrDefault(row.SubjectId));
            }

            return true;
        });
    }

    private static async Task<bool> WriteAsync(Stream stream, PolicyComparison comparison, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true);
        await text.WriteLineAsync("subject,points_before,points_after,score_before,score_after,grade_before,grade_after,class_before,class_after");
        foreach (var (id, before, after) in comparison.Changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await text.WriteLineAsync(string.Join(
                ',', CsvCell.Exact(id), Text(before.Points), Text(after.Points), Text(before.CompositeScore), Text(after.CompositeScore),
                before.Grade, after.Grade, before.Class, after.Class));
        }

        return true;
    }

    private static void Show(CommandRun run, PolicyComparison comparison, DateOnly asOf, decimal effort, bool isTested)
    {
        var visits = comparison.VisitsAfter - comparison.VisitsBefore;
        run.Output.Show(
            json =>
            {
                json.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteNumber("subjects", comparison.Subjects);
                json.WriteNumber("changed", comparison.Changes.Count);
                json.WriteString("points", Text(comparison.PointsDifference));
                json.WriteString("visitsBefore", Text(comparison.VisitsBefore));
                json.WriteString("visitsAfter", Text(comparison.VisitsAfter));
                json.WriteString("officerDays", Text(visits * effort));
                Matrix<CompositeCreditGrade>(json, "grades", comparison.Count);
                Matrix<CreditRiskClass>(json, "classes", comparison.Count);
                if (isTested)
                {
                    json.WriteStartObject("risk");
                    Risk(json, "before", comparison.RiskBefore);
                    Risk(json, "after", comparison.RiskAfter);
                    json.WriteEndObject();
                }
            },
            output =>
            {
                Table<CompositeCreditGrade>(run, output, "rules.whatif.grades", comparison.Count);
                Table<CreditRiskClass>(run, output, "rules.whatif.classes", comparison.Count);
                output.Line(run.Texts.Format(
                    "rules.whatif.done", comparison.Subjects, comparison.Changes.Count, Text(comparison.PointsDifference),
                    Text(comparison.VisitsBefore), Text(comparison.VisitsAfter), Text(visits * effort)));
                if (isTested)
                {
                    output.Line(run.Texts["rules.whatif.risk.before"]);
                    RiskEvaluationView.Show(run, output, comparison.RiskBefore, Significance);
                    output.Line(run.Texts["rules.whatif.risk.after"]);
                    RiskEvaluationView.Show(run, output, comparison.RiskAfter, Significance);
                }
            });
    }

    private static void Risk(Utf8JsonWriter json, string name, RiskEvaluationReport report)
    {
        json.WriteStartObject(name);
        RiskEvaluationView.Write(json, report, Significance);
        json.WriteEndObject();
    }

    private static void Matrix<T>(Utf8JsonWriter json, string name, Func<T, T, int> count)
        where T : struct, Enum
    {
        json.WriteStartObject(name);
        foreach (var from in Enum.GetValues<T>())
        {
            json.WriteStartObject(from.ToString());
            foreach (var to in Enum.GetValues<T>())
            {
                json.WriteNumber(to.ToString(), count(from, to));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Table<T>(CommandRun run, Output output, string title, Func<T, T, int> count)
        where T : struct, Enum => output.Table(
            [run.Texts[title], .. Enum.GetNames<T>().Select(name => $"→ {name}")],
            Enum.GetValues<T>().Select(from => (IReadOnlyList<string>)
                [from.ToString(), .. Enum.GetValues<T>().Select(to => count(from, to).ToString(CultureInfo.InvariantCulture))]));

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
