using System.CommandLine;
using Supervision.Audit;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>The journal as one file that anybody can check without the database.</summary>
internal static class JournalExportCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Option<string>("--out") { HelpName = "FILE", DefaultValueFactory = _ => "journal.jsonl" };
        return factory.Verb("journal.export", RunAsync, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            await using var services = await run.OpenAsync(cancellationToken);
            var head = await services.RunAsync<IJournalReader, JournalHead>(journal => WholeFile.WriteAsync(
                path, stream => JournalExport.WriteAsync(journal, stream, cancellationToken)));
            run.Output.Show(
                json =>
                {
                    json.WriteString("file", path);
                    json.WriteNumber("size", head.Size);
                    json.WriteString("root", head.Root.ToString());
                },
                output => output.Line(run.Texts.Format("journal.export.done", path, head.Size, head.Root)));
            return ExitCode.Ok;
        }
    }
}
