using System.CommandLine;
using Supervision.Console.Data;
using Supervision.Console.Shell;
using Supervision.Data;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Takes a delivery into a channel: what differs from the deliveries before becomes one batch.</summary>
internal static class DataImportCommand
{
    public static Command Create(CommandFactory factory)
    {
        var folder = new Argument<string>("FOLDER");
        var channel = new Option<string>("--channel") { HelpName = "NAME", Required = true };
        var standard = new Option<string?>("--standard") { HelpName = "FILE" };
        var subject = new Option<string?>("--subject-field") { HelpName = "FIELD" };
        var partial = new Option<bool>("--partial");
        var issues = new Option<string?>("--issues") { HelpName = "FILE" };
        return factory.Verb("data.import", RunAsync, folder, channel, standard, subject, partial, issues);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var tested = DeliveryFolder.Standard(run.Arguments.GetValue(standard));
            var delivery = new Delivery(
                run.Arguments.GetRequiredValue(channel), tested, DeliveryFolder.Read(run.Arguments.GetRequiredValue(folder), tested))
            {
                IsComplete = !run.Arguments.GetValue(partial),
                SubjectField = run.Arguments.GetValue(subject),
            };
            await using var services = await run.BeginAsync(cancellationToken);
            var outcome = await run.Talk.WaitAsync("data.progress", () => services.RunAsync<TakeDelivery, Outcome<DeliveryResult>>(
                take => take.RunAsync(delivery, run.Actor, cancellationToken)));
            if (!outcome.TryGet(out var result, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            return await DeliveryView.ShowAsync(run, result, run.Arguments.GetValue(issues), null);
        }
    }
}
