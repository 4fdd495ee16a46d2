using System.CommandLine;
using Supervision.Cases;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Registers a clue as a case.</summary>
internal static class CaseOpenCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("CASE");
        var subject = new Argument<string>("SUBJECT");
        var source = WordOption.One<ClueSource>("--source", "SOURCE");
        source.DefaultValueFactory = _ => ClueSource.Inspection;
        var facts = new Option<string>("--facts") { HelpName = "TEXT", Required = true };
        var act = new Option<string?>("--act") { HelpName = "ID" };
        var received = new Option<DateOnly?>("--received") { HelpName = "DATE" };
        var violation = new Option<DateOnly?>("--violation") { HelpName = "DATE" };
        var task = new Option<string?>("--task") { HelpName = "ID" };
        var finding = new Option<string[]>("--finding") { HelpName = "ID" };
        return factory.Verb("case.open", RunAsync, id, subject, source, facts, act, received, violation, task, finding);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            await using var services = await run.OpenAsync(cancellationToken);
            var day = arguments.GetValue(received) ?? services.Get<AuthorityClock>().Today;
            var caseId = arguments.GetRequiredValue(id);
            var clue = new CaseClue
            {
                Source = arguments.GetValue(source)!.Value,
                ReceivedOn = day,
                ActId = arguments.GetValue(act) ?? caseId,
                ViolationOn = arguments.GetValue(violation) ?? day,
                Facts = arguments.GetRequiredValue(facts),
                TaskId = arguments.GetValue(task),
                FindingIds = arguments.GetValue(finding) ?? [],
            };
            var outcome = await services.RunAsync<OpenCase, Outcome<PenaltyCase>>(open =>
                open.RunAsync(caseId, arguments.GetRequiredValue(subject), clue, run.Actor, cancellationToken));
            return await CaseShowCommand.ShowAsync(run, services, outcome, explain: false, cancellationToken);
        }
    }
}
