using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Demo;

/// <summary>What the walk leaves out and the pages of a bureau want to show: an event in the inbox, and an order to correct as a document.</summary>
internal static class DemoWork
{
    private static readonly Actor s_inspector = new("JH057", DemoUsers.OtherAgency) { Roles = Roles.Inspector };

    public static async Task AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<CommandDesk>();
        var report = new EventReport(
            "demo-event-1", EventOrigin.GridEvent, "小商品市场消防通道堆放货物（示例）", DemoUsers.OtherAgency, DemoUsers.Agency, services.GetRequiredService<AuthorityClock>().Now);
        (await desk.RunAsync<ReportEvent, Outcome<Matter>>(s_inspector, use => use.RunAsync(report, s_inspector, cancellationToken), cancellationToken)).OrThrow();
        if (await OrderAsync(desk, cancellationToken) is { } order)
        {
            (await desk.RunAsync<IssueDocument, Outcome<IssuedDocument>>(
                s_inspector,
                issue => issue.RunAsync(DocumentTemplates.Shipped.Of(DocumentKind.OrderToCorrect), order.Task.Id, "义乌市监", TaskDocuments.OrderToCorrect(order), null, s_inspector, cancellationToken),
                cancellationToken)).OrThrow();
        }
    }

    // A task of the agency that led to an order, that of the noodle shop before others; null when the walk was made without one.
    private static async Task<TaskFile?> OrderAsync(CommandDesk desk, CancellationToken cancellationToken)
    {
        await using var scope = desk.Open(s_inspector);
        var stores = scope.ServiceProvider;
        var tasks = await stores.GetRequiredService<ITaskStore>().ListAsync(new TaskQuery { AgencyId = s_inspector.AgencyId, IncludesFinished = true }, cancellationToken);
        if (tasks.Where(task => task.Order is not null).MaxBy(task => task.SubjectId == DemoUsers.Businesses[0].Subject) is not { } found)
        {
            return null;
        }

        var catalogue = stores.GetRequiredService<ICatalogStore>();
        var officers = stores.GetRequiredService<IOfficerStore>();
        return new TaskFile(
            found,
            (await stores.GetRequiredService<ISubjectStore>().FindAsync(found.SubjectId, cancellationToken))!,
            (await catalogue.FindItemAsync(found.ItemCode, cancellationToken))!,
            (await catalogue.FindChecklistAsync(found.Checklist.Id, found.Checklist.Version, cancellationToken))!,
            (await officers.ListAgenciesAsync(cancellationToken)).Single(agency => agency.Id == found.AgencyId),
            [.. (await officers.ListOfficersAsync(cancellationToken)).Where(officer => found.PresentOfficerIds.Contains(officer.Id, StringComparer.Ordinal))],
            "值班室（示例）", "0579-85000000");
    }
}
