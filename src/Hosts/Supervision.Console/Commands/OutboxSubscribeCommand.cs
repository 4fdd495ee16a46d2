using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Events;

namespace Supervision.Console.Commands;

/// <summary>Tells a webhook of events from now on.</summary>
internal static class OutboxSubscribeCommand
{
    public static Command Create(CommandFactory factory)
    {
        var name = new Argument<string>("NAME");
        var url = new Argument<string>("URL");
        var secret = new Option<string>("--secret") { HelpName = "FILE", Required = true };
        var types = new Option<string[]>("--type") { HelpName = "TYPE", DefaultValueFactory = _ => [] };
        var all = new Option<bool>("--all");
        return factory.Verb("outbox.subscribe", RunAsync, name, url, secret, types, all);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.BeginAsync(cancellationToken);
            var outcome = await services.RunAsync<SubscribeWebhook, Outcome<Subscription>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(name), run.Arguments.GetRequiredValue(url), run.Arguments.GetRequiredValue(types),
                Path.GetFullPath(run.Arguments.GetRequiredValue(secret)), run.Arguments.GetValue(all), run.Actor, cancellationToken));
            if (!outcome.TryGet(out var subscription, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("name", subscription.Name);
                    json.WriteNumber("position", subscription.Position);
                },
                output => output.Line(run.Texts.Format("outbox.subscribed", subscription.Name, subscription.Url, subscription.Position)));
            return ExitCode.Ok;
        }
    }
}
