using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Events;
using Supervision.Storage.Outbox;

namespace Supervision.Console.Commands;

/// <summary>Delivers what is due to every webhook, once. A timer of the machine runs it again.</summary>
internal static class OutboxDeliverCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static Command Create(CommandFactory factory)
    {
        var source = new Option<string>("--source") { HelpName = "URI", DefaultValueFactory = _ => "urn:supervision" };
        return factory.Verb("outbox.deliver", RunAsync, source);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = s_patience };
            var delivered = 0;
            foreach (var webhook in await services.RunAsync<IOutboxStore, IReadOnlyList<Subscription>>(store => store.ListAsync(cancellationToken)))
            {
                var handler = new WebhookHandler(webhook, run.Arguments.GetRequiredValue(source), http, services.Get<TimeProvider>());
                delivered += await services.Get<OutboxDispatcher>().DispatchAsync(handler, webhook.Types, cancellationToken);
            }

            var parked = await services.RunAsync<IOutboxStore, IReadOnlyList<ParkedEvent>>(store => store.ListParkedAsync(null, cancellationToken));
            run.Output.Show(
                json =>
                {
                    json.WriteNumber("delivered", delivered);
                    json.WriteNumber("parked", parked.Count);
                },
                output => output.Line(run.Texts.Format("outbox.delivered", delivered, parked.Count)));
            return parked.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }
}
