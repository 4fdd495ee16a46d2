using System.CommandLine;
using Supervision.Catalog;
using Supervision.Console.Catalog;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>One item with its basis, its national item and its content lines.</summary>
internal static class CatalogShowCommand
{
    public static Command Create(CommandFactory factory)
    {
        var code = new Argument<string>("CODE");
        return factory.Verb("catalog.show", RunAsync, code);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var wanted = run.Arguments.GetRequiredValue(code);
            var (item, national) = await services.RunAsync<ICatalogStore, (SupervisionItem?, NationalItem?)>(async catalog =>
            {
                var found = await catalog.FindItemAsync(wanted, cancellationToken);
                return (found, found?.NationalCode is { } mapped ? await catalog.FindNationalItemAsync(mapped, cancellationToken) : null);
            });
            if (item is null)
            {
                run.Talk.Warn("catalog.item.unknown", wanted);
                return ExitCode.Failed;
            }

            run.Output.Show(json => ItemView.Members(json, item, national), output => ItemView.Lines(run.Texts, output, item, national));
            return ExitCode.Ok;
        }
    }
}
