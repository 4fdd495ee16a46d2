using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Notices;

namespace Supervision.Console.Commands;

/// <summary>Point notices, the objections to them, and what was decided.</summary>
internal static class NoticeCommands
{
    public static Command All(CommandFactory factory) => factory.Noun(
        "notice",
        Take(factory, "notice.object", (services, id, text, run, cancellationToken) => services.RunAsync<ObjectToNotice, Outcome<Matter>>(
            use => use.RunAsync(id, text, run.Actor, cancellationToken))),
        Take(factory, "notice.annul", Decide(MatterTrigger.Annul)),
        Take(factory, "notice.uphold", Decide(MatterTrigger.Uphold)),
        Take(factory, "notice.extend", Decide(MatterTrigger.Extend)),
        MatterCommands.List(factory, "notice.list", MatterKind.PointNotice),
        MatterCommands.Show(factory, "notice.show"));

    private static Func<HostServices, string, string, CommandRun, CancellationToken, Task<Outcome<Matter>>> Decide(MatterTrigger step) =>
        (services, id, text, run, cancellationToken) => services.RunAsync<DecideObjection, Outcome<Matter>>(
            use => use.RunAsync(id, step, text, run.Actor, cancellationToken));

    private static Command Take(
        CommandFactory factory, string key, Func<HostServices, string, string, CommandRun, CancellationToken, Task<Outcome<Matter>>> take)
    {
        var id = new Argument<string>("MATTER") { Description = factory.Text("matter.option.matter") };
        var text = new Option<string>("--text") { HelpName = "TEXT", Required = true, Description = factory.Text("matter.option.text") };
        return factory.Verb(key, RunAsync, id, text);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await take(services, run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(text), run, cancellationToken);
            return await MatterCommands.ShowAsync(run, services, outcome, cancellationToken);
        }
    }
}
