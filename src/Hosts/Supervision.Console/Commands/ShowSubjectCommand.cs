using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Console.Shell;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>One subject: registration, standing with its explanation, tasks and findings.</summary>
internal static class ShowSubjectCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("SUBJECT");
        var rules = RulesOption.Create();
        return factory.Verb("show.subject", RunAsync, id, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            await using var scope = services.Scope();
            var provider = scope.ServiceProvider;
            var subject = await provider.GetRequiredService<ISubjectStore>()
                .FindAsync(run.Arguments.GetRequiredValue(id), cancellationToken);
            if (subject is null)
            {
                run.Talk.Warn("show.subject.unknown", run.Arguments.GetRequiredValue(id));
                return ExitCode.Failed;
            }

            var tasks = provider.GetRequiredService<ITaskStore>();
            Show(run, new Dossier(
                subject,
                await provider.GetRequiredService<IStandingStore>().FindAsync(subject.Id, cancellationToken),
                provider.GetRequiredService<ICreditPolicy>().Evaluate(
                    await provider.GetRequiredService<ICreditEventStore>().FindAsync(subject.Id, cancellationToken),
                    provider.GetRequiredService<AuthorityClock>().Today),
                await tasks.ListBySubjectAsync(subject.Id, cancellationToken),
                await tasks.ListFindingsAsync(subject.Id, cancellationToken)));
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, Dossier dossier)
    {
        var (subject, standing, credit, tasks, findings) = dossier;
        run.Output.Show(
            json =>
            {
                json.WriteString("id", subject.Id);
                json.WriteString("name", subject.Name);
                json.WriteString("kind", subject.Kind.ToString());
                json.WriteString("division", subject.DivisionCode);
                json.WriteString("industry", subject.IndustryCode);
                json.WriteString("status", subject.Status.ToString());
                json.WriteString("deliveredClass", subject.DeliveredRiskClass);
                json.WriteString("class", standing?.Class.ToString());
                json.WriteString("points", Invariant(credit.Points));
                json.WriteString("composite", Invariant(credit.CompositeScore));
                json.WriteString("grade", credit.Grade.ToString());
                json.WriteBoolean("personLinked", credit.PersonLinked);
                json.WriteString("explanation", credit.Explanation.In(run.Texts.Culture));
                json.WriteStartArray("tasks");
                foreach (var task in tasks)
                {
                    json.WriteStringValue($"{task.Id} {task.State}");
                }

                json.WriteEndArray();
                json.WriteStartArray("findings");
                foreach (var finding in findings)
                {
                    json.WriteStringValue($"{finding.Id} {finding.ContentCode} {finding.Severity}");
                }

                json.WriteEndArray();
            },
            output =>
            {
                output.Line($"{subject.Name}  {subject.Id}");
                output.Line(run.Texts.Format(
                    "show.subject.registered", subject.Kind, subject.DivisionCode, subject.IndustryCode, subject.Status));
                output.Line(run.Texts.Format(
                    "show.subject.class", subject.DeliveredRiskClass ?? "-", standing?.Class.ToString() ?? "-", standing?.Weight ?? 0));
                output.Line(credit.Explanation.In(run.Texts.Culture));
                output.Table(
                    [run.Texts["column.task"], run.Texts["column.state"], run.Texts["column.due"]],
                    tasks.Select(task => (IReadOnlyList<string>)[task.Id, task.State.ToString(), Iso(task.DueOn)]));
                output.Table(
                    [run.Texts["column.finding"], run.Texts["column.severity"], run.Texts["column.text"]],
                    findings.Select(f => (IReadOnlyList<string>)[f.ContentCode, f.Severity ?? "-", f.Note]));
            });
    }

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Dossier(
        Subject Subject,
        SubjectStanding? Standing,
        CreditDecision Credit,
        IReadOnlyList<InspectionTask> Tasks,
        IReadOnlyList<Finding> Findings);
}
