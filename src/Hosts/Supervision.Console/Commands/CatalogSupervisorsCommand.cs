using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>"Who supervises me, for what": the agencies and items of one subject, today.</summary>
internal static class CatalogSupervisorsCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("SUBJECT");
        return factory.Verb("catalog.supervisors", RunAsync, id);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            await using var scope = services.Scope();
            var provider = scope.ServiceProvider;
            if (await provider.GetRequiredService<ISubjectStore>().FindAsync(run.Arguments.GetRequiredValue(id), cancellationToken) is not { } subject)
            {
                run.Talk.Warn("show.subject.unknown", run.Arguments.GetRequiredValue(id));
                return ExitCode.Failed;
            }

            var index = new CatalogIndex(
                await provider.GetRequiredService<ICatalogStore>().ListItemsAsync(cancellationToken),
                await provider.GetRequiredService<IOfficerStore>().ListAgenciesAsync(cancellationToken));
            Show(run, subject, index.SupervisorsOf(subject, services.Get<AuthorityClock>().Today));
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, Subject subject, IReadOnlyList<SupervisionLink> links) => run.Output.Show(
        json =>
        {
            json.WriteString("subject", subject.Id);
            json.WriteRows("supervisors", links, link =>
            {
                json.WriteString("agency", link.Agency.Id);
                json.WriteString("name", link.Agency.Name);
                json.WriteString("item", link.Item.Code);
                json.WriteString("itemName", link.Item.Name);
            });
        },
        output => output.Table(
            [run.Texts["column.agency"], run.Texts["column.name"], run.Texts["column.item"], run.Texts["column.name"]],
            links.Select(link => (IReadOnlyList<string>)[link.Agency.Id, link.Agency.Name, link.Item.Code, link.Item.Name])));
}
