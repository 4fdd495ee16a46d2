using System.CommandLine;
using System.Globalization;
using Supervision.Console.Shell;
using Supervision.Events;

namespace Supervision.Console.Commands;

/// <summary>The webhooks, how far each is, and what could not be delivered.</summary>
internal static class OutboxListCommand
{
    public static Command Create(CommandFactory factory)
    {
        return factory.Verb("outbox.list", RunAsync);

        static async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var webhooks = await services.RunAsync<IOutboxStore, IReadOnlyList<Subscription>>(store => store.ListAsync(cancellationToken));
            var parked = await services.RunAsync<IOutboxStore, IReadOnlyList<ParkedEvent>>(store => store.ListParkedAsync(null, cancellationToken));
            Show(run, webhooks, parked);
            return parked.Any(one => one.IsDead) ? ExitCode.ProblemsFound : ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, IReadOnlyList<Subscription> webhooks, IReadOnlyList<ParkedEvent> parked) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("webhooks");
            foreach (var webhook in webhooks)
            {
                json.WriteStartObject();
                json.WriteString("name", webhook.Name);
                json.WriteString("url", webhook.Url);
                json.WriteNumber("position", webhook.Position);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("parked");
            foreach (var one in parked)
            {
                json.WriteStartObject();
                json.WriteString("name", one.Subscriber);
                json.WriteNumber("position", one.Position);
                json.WriteString("key", one.Key);
                json.WriteNumber("attempts", one.Attempts);
                json.WriteBoolean("dead", one.IsDead);
                json.WriteString("error", one.Error);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Table(
                [run.Texts["column.webhook"], run.Texts["column.url"], run.Texts["column.position"]],
                webhooks.Select(webhook => (IReadOnlyList<string>)[webhook.Name, webhook.Url, Text(webhook.Position)]));
            output.Table(
                [run.Texts["column.webhook"], run.Texts["column.position"], run.Texts["column.key"], run.Texts["column.attempts"], run.Texts["column.text"]],
                parked.Select(one => (IReadOnlyList<string>)
                    [one.Subscriber, Text(one.Position), one.Key, Text(one.Attempts) + (one.IsDead ? " †" : ""), one.Error]));
        });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
