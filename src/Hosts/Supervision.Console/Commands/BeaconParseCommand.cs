using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Reads the record of a beacon, checks it as far as that needs nobody else, and prints its value.</summary>
internal static class BeaconParseCommand
{
    public static Command Create(CommandFactory factory)
    {
        var beacon = new Argument<string>("BEACON");
        var record = new Argument<string>("FILE");
        var before = new Option<string?>("--before") { HelpName = "FILE" };
        return factory.Verb("beacon.parse", RunAsync, beacon, record, before);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (!BeaconRound.TryParse(run.Arguments.GetRequiredValue(beacon), out var round))
            {
                run.Talk.Warn("announce.inputs.wrong", run.Arguments.GetRequiredValue(beacon));
                return ExitCode.Usage;
            }

            var bytes = await File.ReadAllBytesAsync(run.Arguments.GetRequiredValue(record), cancellationToken);
            var source = BeaconSources.For(round);
            if (!source.Read(round, bytes).TryGet(out var value, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            if (run.Arguments.GetValue(before) is { } earlier)
            {
                var recordBefore = await File.ReadAllBytesAsync(earlier, cancellationToken);
                if (NistBeacon.Follows(round, bytes, recordBefore) is { } broken)
                {
                    return run.Talk.Refuse(broken);
                }
            }

            var hex = Convert.ToHexStringLower(value.Bytes);
            run.Output.Show(
                json =>
                {
                    json.WriteString("beacon", round.ToString());
                    json.WriteString("value", hex);
                    json.WriteString("unchecked", value.Unchecked);
                    json.WriteString("due", source.DueAt(round)?.ToString("yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture));
                },
                output =>
                {
                    output.Line(hex);
                    run.Talk.Say("beacon.unchecked", value.Unchecked);
                });
            return ExitCode.Ok;
        }
    }
}
