using System.CommandLine;
using Supervision.Console.Data;
using Supervision.Console.Shell;
using Supervision.Data;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Hands out the acts of the actor's agency as a batch of the national act tables; or writes the files of an earlier batch again.</summary>
internal static class DataExportCommand
{
    public static Command Create(CommandFactory factory)
    {
        var profile = new Option<string>("--profile") { HelpName = "FILE", Required = true };
        var folder = new Option<string>("--out") { HelpName = "FOLDER", DefaultValueFactory = _ => "batches" };
        var channel = new Option<string>("--channel") { HelpName = "NAME", DefaultValueFactory = _ => "national" };
        var again = new Option<string?>("--batch") { HelpName = "NUMBER" };
        var issues = new Option<string?>("--issues") { HelpName = "FILE" };
        return factory.Verb("data.export", RunAsync, profile, folder, channel, again, issues);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var (name, target) = (run.Arguments.GetRequiredValue(channel), run.Arguments.GetRequiredValue(folder));
            if (run.Arguments.GetValue(again) is { } number)
            {
                return await WriteAgainAsync(run, services, name, number, target, cancellationToken);
            }

            using var reader = TextFile.Decode(TextFile.Open(run.Arguments.GetRequiredValue(profile)));
            var known = ExportProfile.Parse(await reader.ReadToEndAsync(cancellationToken)).OrThrow();
            var outcome = await services.RunAsync<ExportActs, Outcome<DeliveryResult>>(
                export => export.RunAsync(name, known, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var result, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var path = result.Batch is { } batch ? await BatchFolder.WriteAsync(target, batch, DataStandard.National) : null;
            return await DeliveryView.ShowAsync(run, result, run.Arguments.GetValue(issues), path);
        }
    }

    private static async Task<ExitCode> WriteAgainAsync(
        CommandRun run, HostServices services, string channel, string number, string target, CancellationToken cancellationToken)
    {
        var batch = BatchNumber.Parse(number) is { } parsed
            ? await services.RunAsync<IBatchStore, DataBatch?>(store => store.FindAsync(run.Actor.AgencyId, channel, parsed, cancellationToken))
            : null;
        if (batch is null)
        {
            return run.Talk.Refuse(Refusal.Of("SUP7434", channel, number));
        }

        run.Output.Show(
            json => json.WriteString("folder", Path.Combine(target, number)), output => output.Line(Path.Combine(target, number)));
        await BatchFolder.WriteAsync(target, batch, DataStandard.National);
        return ExitCode.Ok;
    }
}
