using System.CommandLine;
using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Registers a catalogue: "import items", and "catalog import" beside the other commands of the catalogue.</summary>
internal static class ImportItemsCommand
{
    public static Command Create(CommandFactory factory, string key)
    {
        var file = new Argument<string>("FILE");
        return factory.Verb(
            key,
            (run, cancellationToken) => RunAsync(run, run.Arguments.GetRequiredValue(file), cancellationToken),
            file);
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, string file, CancellationToken cancellationToken)
    {
        var catalog = JsonFile.Read(file, ImportJson.Default.CatalogFile);
        await using var host = await run.BeginAsync(cancellationToken);
        var outcome = await host.RunAsync<RegisterCatalog, Outcome<int>>(register =>
            register.RunAsync(catalog, run.Actor, cancellationToken));
        if (!outcome.TryGet(out var changed, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        run.Output.Show(
            json =>
            {
                json.WriteString("file", file);
                json.WriteNumber("agencies", catalog.Agencies.Count);
                json.WriteNumber("items", catalog.Items.Count);
                json.WriteNumber("checklists", catalog.Checklists.Count);
                json.WriteNumber("changed", changed);
            },
            text => text.Line(run.Texts.Format(
                "import.items.done", catalog.Agencies.Count, catalog.Items.Count, catalog.Checklists.Count, changed)));
        return ExitCode.Ok;
    }
}
