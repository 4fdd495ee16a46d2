using System.CommandLine;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Reports an event to a coordination centre.</summary>
internal static class EventReportCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var origin = new Argument<EventOrigin>("ORIGIN");
        var title = new Argument<string>("TITLE");
        var from = new Option<string>("--from") { HelpName = "AGENCY", Required = true };
        var to = new Option<string>("--to") { HelpName = "AGENCY", Required = true };
        var subject = new Option<string?>("--subject") { HelpName = "ID", Description = factory.Text("matter.option.subject") };
        var parent = new Option<string?>("--about") { HelpName = "MATTER" };
        var named = new Option<bool>("--real-name");
        var at = MatterOptions.At();
        at.Description = factory.Text("matter.option.at");
        return factory.Verb("event.report", RunAsync, id, origin, title, from, to, subject, parent, named, at);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            await using var services = await run.OpenAsync(cancellationToken);
            var report = new EventReport(
                arguments.GetRequiredValue(id), arguments.GetValue(origin), arguments.GetRequiredValue(title), arguments.GetRequiredValue(from),
                arguments.GetRequiredValue(to), MatterOptions.Instant(arguments.GetValue(at), services.Get<AuthorityClock>().Now))
            {
                SubjectId = arguments.GetValue(subject), ParentId = arguments.GetValue(parent), IsRealName = arguments.GetValue(named),
            };
            var outcome = await services.RunAsync<ReportEvent, Outcome<Matter>>(use => use.RunAsync(report, run.Actor, cancellationToken));
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }

    public static MatterCommands.Step Step { get; } = (services, id, entry, actor, cancellationToken) =>
        services.RunAsync<AdvanceEvent, Outcome<Matter>>(use => use.RunAsync(id, entry, actor, cancellationToken));
}
