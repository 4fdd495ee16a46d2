using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Catalog;
using Supervision.Console.Catalog;
using Supervision.Console.Shell;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Items of the catalogue, all or those that an agency may inspect today: "for what".</summary>
internal static class CatalogListCommand
{
    public static Command Create(CommandFactory factory)
    {
        var agency = new Option<string?>("--agency") { HelpName = "AGENCY" };
        var state = WordOption.One<ItemState>("--state", "STATE");
        return factory.Verb("catalog.list", RunAsync, agency, state);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            await using var scope = services.Scope();
            var items = await scope.ServiceProvider.GetRequiredService<ICatalogStore>().ListItemsAsync(cancellationToken);
            if (run.Arguments.GetValue(agency) is { } id)
            {
                var agencies = await scope.ServiceProvider.GetRequiredService<IOfficerStore>().ListAgenciesAsync(cancellationToken);
                if (agencies.All(known => known.Id != id))
                {
                    run.Talk.Warn("catalog.agency.unknown", id);
                    return ExitCode.Failed;
                }

                items = new CatalogIndex(items, agencies).ItemsOf(id, services.Get<AuthorityClock>().Today);
            }

            if (run.Arguments.GetValue(state) is { } wanted)
            {
                items = [.. items.Where(item => item.State == wanted)];
            }

            run.Output.Show(json => ItemView.Members(json, items), output => ItemView.Table(run.Texts, output, items));
            return ExitCode.Ok;
        }
    }
}
