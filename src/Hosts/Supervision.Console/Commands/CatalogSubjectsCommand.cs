using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>
/// "Whom do I supervise": how many subjects lie in an agency's area for an item of its fields, and the first of them. The subjects are
/// streamed from the database, a city's register is not held in memory.
/// </summary>
internal static class CatalogSubjectsCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("AGENCY");
        var limit = new Option<int>("--limit") { HelpName = "N", DefaultValueFactory = _ => 50 };
        return factory.Verb("catalog.subjects", RunAsync, id, limit);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            await using var scope = services.Scope();
            var provider = scope.ServiceProvider;
            var agencies = await provider.GetRequiredService<IOfficerStore>().ListAgenciesAsync(cancellationToken);
            if (agencies.FirstOrDefault(known => known.Id == run.Arguments.GetRequiredValue(id)) is not { } agency)
            {
                run.Talk.Warn("catalog.agency.unknown", run.Arguments.GetRequiredValue(id));
                return ExitCode.Failed;
            }

            var index = new CatalogIndex(await provider.GetRequiredService<ICatalogStore>().ListItemsAsync(cancellationToken), agencies);
            var items = index.ItemsOf(agency.Id, services.Get<AuthorityClock>().Today);
            var (count, first) = items.Count == 0 ? (0L, [])
                : await CountAsync(provider.GetRequiredService<IDrawStore>(), agency, items, run.Arguments.GetValue(limit), cancellationToken);
            Show(run, agency, items, count, first);
            return ExitCode.Ok;
        }
    }

    private static async Task<(long Count, List<FrameSubject> First)> CountAsync(
        IDrawStore draws, Agency agency, IReadOnlyList<SupervisionItem> items, int limit, CancellationToken cancellationToken)
    {
        // An item without categories applies to every subject; no category at all asks the store for all of them.
        IReadOnlyList<string> categories = items.Any(item => item.SubjectCategories.Count == 0)
            ? [] : [.. items.SelectMany(item => item.SubjectCategories).Distinct(StringComparer.Ordinal)];
        var (count, first) = (0L, new List<FrameSubject>());
        await foreach (var subject in draws.StreamFrameAsync(agency.DivisionCode, categories, cancellationToken))
        {
            count++;
            if (first.Count < limit)
            {
                first.Add(subject);
            }
        }

        return (count, first);
    }

    private static void Show(CommandRun run, Agency agency, IReadOnlyList<SupervisionItem> items, long count, List<FrameSubject> first) => run.Output.Show(
        json =>
        {
            json.WriteString("agency", agency.Id);
            json.WriteNumber("items", items.Count);
            json.WriteNumber("count", count);
            json.WriteStartArray("subjects");
            foreach (var subject in first)
            {
                json.WriteStringValue(subject.Id);
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Line(run.Texts.Format("catalog.subjects.done", agency.Name, count, items.Count, first.Count));
            output.Table(
                [run.Texts["column.subject"], run.Texts["column.division"], run.Texts["column.state"]],
                first.Select(subject => (IReadOnlyList<string>)[subject.Id, DivisionNames.Of(subject.DivisionCode), run.Texts.Word(subject.Status)]));
        });
}
