using System.CommandLine;
using Supervision.Console.Import;
using Supervision.Console.Shell;
using Supervision.Registry;
using Supervision.Warnings;

namespace Supervision.Console.Commands;

internal static class ImportSensorDaysCommand
{
    public static Command Create(CommandFactory factory) => ImportVerb.Create(factory, "import.sensor-days", RunAsync);

    private static async Task<ExitCode> RunAsync(
        CommandRun run, string file, string? mapping, string? rejectsPath, CancellationToken cancellationToken)
    {
        using var reader = SensorDayReader.Open(file, mapping);
        var source = Path.GetFileName(file);
        using var rejects = new RejectsFile(ImportReport.RejectsPath(file, rejectsPath), source, run.Texts.Culture);
        ImportReport.TellIgnored(run, reader.Map);
        await using var host = await run.BeginAsync(cancellationToken);
        var result = await host.RunAsync<ImportSensorDays, ImportResult>(import => import.RunAsync(
            source, reader.Rows(), run.Actor, rejects.Add, cancellationToken));
        rejects.Complete();
        return ImportReport.Show(run, file, result, rejects.Path);
    }
}
