using System.CommandLine;
using Supervision.Console.Import;
using Supervision.Console.Shell;
using Supervision.Registry;

namespace Supervision.Console.Commands;

internal static class ImportSubjectsCommand
{
    public static Command Create(CommandFactory factory) => ImportVerb.Create(factory, "import.subjects", RunAsync);

    private static async Task<ExitCode> RunAsync(
        CommandRun run, string file, string? mapping, string? rejectsPath, CancellationToken cancellationToken)
    {
        using var reader = SubjectReader.Open(file, mapping);
        var source = Path.GetFileName(file);
        using var rejects = new RejectsFile(ImportReport.RejectsPath(file, rejectsPath), source, run.Texts.Culture);
        ImportReport.TellIgnored(run, reader.Map);
        await using var host = await run.BeginAsync(cancellationToken);
        long safe = 0;
        try
        {
            var result = await run.Talk.ProgressAsync("progress.import", report =>
                host.RunAsync<ImportSubjects, ImportResult>(import => import.RunAsync(
                    source, reader.Rows(), run.Actor, rejects.Add, OnProgress(report), cancellationToken)));
            rejects.Complete();
            return ImportReport.Show(run, file, result, rejects.Path);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Talk.Warn("import.interrupted", safe);
            return ExitCode.Interrupted;
        }

        Action<long> OnProgress(Action<double> report) => rows =>
        {
            safe = rows;
            report(reader.Fraction);
        };
    }
}
