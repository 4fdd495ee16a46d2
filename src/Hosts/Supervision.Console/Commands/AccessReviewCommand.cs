using System.CommandLine;
using System.Globalization;
using Supervision.Audit;
using Supervision.Console.Shell;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Lists whoever broke the glass and was not reviewed yet, or records the review of one.</summary>
internal static class AccessReviewCommand
{
    public static Command Create(CommandFactory factory)
    {
        var key = new Argument<string?>("KEY") { Arity = ArgumentArity.ZeroOrOne };
        var finding = new Option<string?>("--finding") { HelpName = "TEXT" };
        return factory.Verb("access.review", RunAsync, key, finding);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            if (run.Arguments.GetValue(key) is { } one && run.Arguments.GetValue(finding) is { } text)
            {
                var outcome = await services.RunAsync<ReviewGlass, Outcome<JournalEntry>>(
                    review => review.RunAsync(one, text, run.Actor, cancellationToken));
                if (!outcome.TryGet(out _, out var refusal))
                {
                    return run.Talk.Refuse(refusal);
                }
            }

            Show(run, await services.RunAsync<ReviewGlass, IReadOnlyList<JournalEntry>>(review => review.ListOpenAsync(cancellationToken)));
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, IReadOnlyList<JournalEntry> open) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("open");
            foreach (var entry in open)
            {
                json.WriteStartObject();
                json.WriteString("key", entry.Record.Key);
                json.WriteString("actor", $"{entry.Record.Actor.Id}@{entry.Record.Actor.AgencyId}");
                json.WriteString("at", entry.Record.At.ToString("o", CultureInfo.InvariantCulture));
                json.WriteString("payload", entry.Record.Payload);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output => output.Table(
            [run.Texts["column.key"], run.Texts["column.actor"], run.Texts["column.text"]],
            open.Select(entry => (IReadOnlyList<string>)
                [entry.Record.Key, $"{entry.Record.Actor.Id}@{entry.Record.Actor.AgencyId}", entry.Record.Payload])));
}
