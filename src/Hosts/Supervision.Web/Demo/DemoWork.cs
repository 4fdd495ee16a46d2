using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Warnings;

namespace Supervision.Web.Demo;

/// <summary>What the walk leaves out and the pages of a bureau want to show: an event in the inbox, warnings, and the orders to correct as documents.</summary>
internal static class DemoWork
{
    private static readonly Actor s_registrar = new("registrar", DemoUsers.Agency) { Roles = Roles.Registrar };
    private static readonly Actor s_planner = new("planner", DemoUsers.Agency) { Roles = Roles.Planner };
    private static readonly Actor s_clerk = new("credit", DemoUsers.Agency) { Roles = Roles.CreditClerk };
    private static readonly Actor s_inspector = new("JH057", DemoUsers.OtherAgency) { Roles = Roles.Inspector };

    public static async Task AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<CommandDesk>();
        var report = new EventReport(
            "demo-event-1", EventOrigin.GridEvent, "小商品市场消防通道堆放货物（示例）", DemoUsers.OtherAgency, DemoUsers.Agency, services.GetRequiredService<AuthorityClock>().Now);
        (await desk.RunAsync<ReportEvent, Outcome<Matter>>(s_inspector, use => use.RunAsync(report, s_inspector, cancellationToken), cancellationToken)).OrThrow();
        await WarnAsync(desk, services.GetRequiredService<AuthorityClock>().Now, cancellationToken);
        await SendAsync(desk, services.GetRequiredService<AuthorityClock>().Today, cancellationToken);
        foreach (var order in await OrdersAsync(desk, cancellationToken))
        {
            (await desk.RunAsync<IssueDocument, Outcome<IssuedDocument>>(
                s_inspector,
                issue => issue.RunAsync(DocumentTemplates.Shipped.Of(DocumentKind.OrderToCorrect), order.Task.Id, "义乌市监", TaskDocuments.OrderToCorrect(order), null, s_inspector, cancellationToken),
                cancellationToken)).OrThrow();
        }
    }

    // Signals, each judged by the model that ships: one that nobody has looked at for a week, one of today, and one that went to an agency.
    private static async Task WarnAsync(CommandDesk desk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (noodles, print) = (DemoUsers.Businesses[0].Subject, DemoUsers.Businesses[1].Subject);
        await SignalAsync(new RiskSignal("demo-licence", "warning-licence-expiry", print, "LicenceSeen", now.AddDays(-7), Values(("daysLeft", "12"), ("inUse", "true"))));
        await SignalAsync(new RiskSignal("demo-equipment", "warning-special-equipment", print, "Listed", now, Values(("risk", "high"))));
        var sent = await SignalAsync(new RiskSignal("demo-expired", "warning-licence-expiry", noodles, "LicenceSeen", now.AddHours(-3), Values(("daysLeft", "0"), ("inUse", "true"))));
        await StepAsync(new MatterEntry(MatterTrigger.Confirm, now) { Text = "许可证已到期仍在经营（示例）" });
        await StepAsync(new MatterEntry(MatterTrigger.Dispatch, now) { Text = "请现场核查（示例）", AgencyIds = [DemoUsers.OtherAgency] });

        async Task<string> SignalAsync(RiskSignal signal) => (await desk.RunAsync<RaiseWarning, Outcome<SignalResult>>(
            s_planner, raise => raise.RunAsync(signal with { Source = "register" }, s_planner, cancellationToken), cancellationToken)).OrThrow().Warning!.Id;

        async Task StepAsync(MatterEntry entry) => (await desk.RunAsync<AdvanceWarning, Outcome<DispatchedWarning>>(
            s_planner, advance => advance.RunAsync(sent, entry, s_planner, cancellationToken), cancellationToken)).OrThrow();
    }

    // For the businesses: terms that wait for a signature, a notice that waits for its receipt, and a list that somebody proposes, to plead against;
    // for two agencies a joint measure to take note of.
    private static async Task SendAsync(CommandDesk desk, DateOnly today, CancellationToken cancellationToken)
    {
        var application = new CommitmentApplication("demo-promise", "street-use-permit", DemoUsers.Businesses[0].Subject, DemoUsers.Agency, Values(("range", "店前 3 米")));
        (await desk.RunAsync<ApplyForCommitment, Outcome<CommitmentOffer>>(
            s_registrar, apply => apply.RunAsync(application, CommitmentItems.Shipped, s_registrar, cancellationToken), cancellationToken)).OrThrow();
        (await desk.RunAsync<PushToSubjects, Outcome<IReadOnlyList<Matter>>>(
            s_planner,
            push => push.RunAsync(
                "demo-push", "餐饮服务食品安全操作规范提示（示例）", DemoUsers.Agency, [.. DemoUsers.Businesses.Select(business => business.Subject)],
                "请对照规范自查从业人员健康证明和进货查验记录。", s_planner, cancellationToken),
            cancellationToken)).OrThrow();
        var listing = new ListingProposal(
            "demo-listing", ListKind.WageArrears, "serious-arrears", DemoUsers.Businesses[0].Subject, DemoUsers.Agency, "2026 年上半年拖欠 3 名工人工资（示例）", null, []);
        (await desk.RunAsync<ProposeListing, Outcome<Matter>>(s_clerk, propose => propose.RunAsync(listing, s_clerk, cancellationToken), cancellationToken)).OrThrow();
        var measure = new JointMeasure(
            "demo-measure", DemoUsers.Businesses[1].Subject, "限制享受财政补贴（示例）", DemoUsers.Agency, [DemoUsers.Agency, DemoUsers.OtherAgency], today.AddYears(1),
            new LegalBasis("浙江省公共信用信息管理条例", ""));
        (await desk.RunAsync<ImposeMeasure, Outcome<IReadOnlyList<Matter>>>(s_clerk, impose => impose.RunAsync(measure, s_clerk, cancellationToken), cancellationToken)).OrThrow();
    }

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    // The tasks of the agency that led to an order.
    private static async Task<IReadOnlyList<TaskFile>> OrdersAsync(CommandDesk desk, CancellationToken cancellationToken)
    {
        await using var scope = desk.Open(s_inspector);
        var stores = scope.ServiceProvider;
        var tasks = await stores.GetRequiredService<ITaskStore>().ListAsync(new TaskQuery { AgencyId = s_inspector.AgencyId, IncludesFinished = true }, cancellationToken);
        var catalogue = stores.GetRequiredService<ICatalogStore>();
        var agency = (await stores.GetRequiredService<IOfficerStore>().FindAgenciesAsync([s_inspector.AgencyId], cancellationToken))[0];
        var officers = await stores.GetRequiredService<IOfficerStore>().ListOfficersAsync(cancellationToken);
        var orders = new List<TaskFile>();
        foreach (var found in tasks.Where(task => task.Order is not null))
        {
            orders.Add(new TaskFile(
                found,
                (await stores.GetRequiredService<ISubjectStore>().FindAsync(found.SubjectId, cancellationToken))!,
                (await catalogue.FindItemAsync(found.ItemCode, cancellationToken))!,
                (await catalogue.FindChecklistAsync(found.Checklist.Id, found.Checklist.Version, cancellationToken))!,
                agency, [.. officers.Where(officer => found.PresentOfficerIds.Contains(officer.Id, StringComparer.Ordinal))],
                "值班室（示例）", "0579-85000000"));
        }

        return orders;
    }
}
