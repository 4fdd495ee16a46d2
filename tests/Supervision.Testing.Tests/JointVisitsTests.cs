using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Storage;

namespace Supervision.Testing.Tests;

// Goal: the yearly cap of a subject (domain.md §7.1, 国办发〔2024〕54号) holds against whatever takes place there in the year, not only against the plan that was
// merged, and stops nothing that a law demands; a visit that runs keeps its checklists, whatever is published later (domain.md §4).
public sealed class JointVisitsTests : IAsyncLifetime
{
    private const string Market = "33070100100100";
    private const string Fire = "33070100200100";
    private static readonly DateOnly s_today = new(2026, 3, 6);
    private static readonly DateTimeOffset s_now = new(s_today, new TimeOnly(9, 0), TimeSpan.FromHours(8));
    private static readonly LegalBasis s_published = new("市监发〔2026〕1号", "三");
    private static readonly Actor s_planner = new("planner", "joint-office") { Roles = Roles.Planner };
    private static readonly string[] s_officers = ["m1", "m2", "f1", "f2"];

    private readonly ThrowAwayDatabase _database = new();
    private ServiceProvider _provider = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CommandDesk Desk => _provider.GetRequiredService<CommandDesk>();

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTimeProvider(s_now));
        services.AddSupervision();
        services.AddSupervisionSqlite(_database.FilePath);
        _provider = services.BuildServiceProvider(validateScopes: true);
        await _provider.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
        await SaveAsync<IOfficerStore>(async store =>
        {
            foreach (var (id, field) in ((string, string)[])[("joint-office", ""), ("market", "market"), ("fire", "fire")])
            {
                await store.SaveAgencyAsync(new Agency(id, id, "330700", [field]), Token);
            }

            await store.SaveOfficersAsync([.. s_officers.Select(Officer)], Token);
        });
        await SaveAsync<ICatalogStore>(async store =>
        {
            await store.SaveNationalItemAsync(new NationalItem("99000000000001", "检查"), Token);
            await store.AddChecklistAsync(Checklist("shop", 1, "亮照经营"), Token);
            await store.AddChecklistAsync(Checklist("exits", 1, "疏散通道"), Token);
            await store.SaveItemAsync(Item(Market, "market", "shop"), Token);
            await store.SaveItemAsync(Item(Fire, "fire", "exits"), Token);
        });
        await SaveAsync<ISubjectStore>(store => store.SaveAsync(
            [.. ((string[])["full", "roomy", "demanded", "waiting", "unvisited"]).Select(id => new Subject { Id = id, Kind = SubjectKind.Enterprise, Name = id, DivisionCode = "330702" })], Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Open_CountsWhatElseTakesPlaceInTheYear()
    {
        await ApprovedAsync(cap: 2);
        await TaskAsync(TaskSource.Complaint, "full", "market", new DateOnly(2026, 4, 1));
        await TaskAsync(TaskSource.SuperiorOrder, "full", "fire", new DateOnly(2026, 5, 1));
        await TaskAsync(TaskSource.Complaint, "roomy", "market", new DateOnly(2026, 4, 1));
        await TaskAsync(TaskSource.Immediate, "roomy", "market", new DateOnly(2026, 4, 2)); // the publication of the cap leaves these out
        await TaskAsync(TaskSource.Complaint, "roomy", "market", new DateOnly(2027, 1, 4)); // next year's
        await TaskAsync(TaskSource.Complaint, "demanded", "market", new DateOnly(2026, 4, 1));
        await TaskAsync(TaskSource.SuperiorOrder, "demanded", "market", new DateOnly(2026, 4, 1));
        await TaskAsync(TaskSource.Complaint, "waiting", "market", new DateOnly(2026, 4, 1));
        foreach (var source in (TaskSource[])[TaskSource.Complaint, TaskSource.SuperiorOrder])
        {
            var task = await TaskAsync(source, "unvisited", "market", new DateOnly(2026, 4, 1));
            await SaveAsync<ITaskStore>(store => store.UpdateAsync([task with { State = TaskState.Terminated, TerminationReason = "已注销", Version = 2 }], Token));
        }

        var outcome = await OpenAsync();
        Assert.Equal(
            ["demanded 33070100100100", "roomy 33070100100100", "unvisited 33070100100100", "waiting 33070100200100"],
            outcome.Opened.Select(Name).Order(StringComparer.Ordinal));
        var refused = outcome.Refused.Values.ToDictionary(refusal => refusal.Message.Arguments[2]);
        Assert.All(refused.Values, refusal => Assert.Equal(("SUP2243", s_published), (refusal.Code, refusal.Basis)));
        Assert.Equal(["full", "waiting"], refused.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["2026", "2", "2", "market ≤2026-04-01, fire ≤2026-05-01"], refused["full"].Message.Arguments.Skip(3));
        Assert.Equal("market ≤2026-04-01, fire ≤2026-06-30", refused["waiting"].Message.Arguments[6]);

        // What a person orders goes ahead, full or not.
        await TaskAsync(TaskSource.Warning, "full", "fire", new DateOnly(2026, 6, 1));

        // Opened visits count as well, and one visit once, however many tasks it has.
        var again = await OpenAsync();
        Assert.Equal((0, 2), (again.Opened.Count, again.Refused.Count));
    }

    [Fact]
    public async Task Open_WithoutACap_OpensAll()
    {
        await ApprovedAsync(cap: null);
        foreach (var source in (TaskSource[])[TaskSource.Complaint, TaskSource.Warning, TaskSource.SuperiorOrder])
        {
            await TaskAsync(source, "full", "market", new DateOnly(2026, 4, 1));
        }

        Assert.Equal((6, 0), await OpenAsync() is var opened ? (opened.Opened.Count, opened.Refused.Count) : default);
    }

    [Fact]
    public async Task Form_OfAnOpenedVisit_KeepsTheChecklistsOfTheOpening()
    {
        await ApprovedAsync(cap: 2);
        await TaskAsync(TaskSource.Complaint, "full", "market", new DateOnly(2026, 4, 1));
        await TaskAsync(TaskSource.SuperiorOrder, "full", "fire", new DateOnly(2026, 5, 1));
        var outcome = await OpenAsync();
        var running = outcome.Opened.Single(visit => Name(visit) == $"roomy {Market}");
        var refused = Assert.Single(outcome.Refused).Key;
        await SaveAsync<ICatalogStore>(store => store.AddChecklistAsync(Checklist("shop", 2, "亮照经营", "价格公示"), Token));

        Assert.Equal(["亮照经营"], await FormAsync(running.Number));
        Assert.Equal(["亮照经营", "价格公示"], await FormAsync(refused));
        var task = await Desk.RunAsync<ITaskStore, InspectionTask?>(Clerk("market"), store => store.FindAsync(running.TaskIds[0], Token), Token);
        Assert.Equal(task!.Checklist, Assert.Single(running.Checklists));
    }

    private static string Name(PlannedVisit planned) => $"{planned.Visit.SubjectId} {string.Join('+', planned.Visit.Checks.Select(check => check.ItemCode))}";

    private static Actor Clerk(string agency) => new("clerk", agency) { Roles = Roles.Planner };

    private async Task<IEnumerable<string>> FormAsync(int number) => (await Desk.RunAsync<ShowJointForm, Outcome<JointForm>>(
        s_planner, use => use.RunAsync("j", number, Token), Token)).OrThrow().Form.Lines.Select(line => line.Text);

    private async Task<OpenedVisits> OpenAsync() => (await Desk.RunAsync<OpenJointVisits, Outcome<OpenedVisits>>(
        s_planner, use => use.RunAsync("j", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), s_officers, s_planner, Token), Token)).OrThrow();

    private async Task<InspectionTask> TaskAsync(TaskSource source, string subject, string agency, DateOnly due)
    {
        var request = new TaskRequest(
            source, $"{subject}-{due.Year.ToString(CultureInfo.InvariantCulture)}", subject, agency == "market" ? Market : Fire, agency,
            [.. s_officers.Where(id => id[0] == agency[0])], due);
        return (await Desk.RunAsync<OpenTask, Outcome<InspectionTask>>(Clerk(agency), use => use.RunAsync(request, Clerk(agency), Token), Token)).OrThrow();
    }

    // "waiting" has a visit in spring and one in June that a law demands; the merge keeps both, for the cap is 2.
    private async Task ApprovedAsync(int? cap)
    {
        var spring = (From: s_today, To: new DateOnly(2026, 3, 31));
        YearlyPlan[] plans =
        [
            new("market", 2026,
            [
                new YearlyPlanLine(Market, ["full", "roomy", "waiting", "unvisited"], 1, spring.From, spring.To),
                new YearlyPlanLine(Market, ["demanded"], 1, spring.From, spring.To) { IsStatutory = true },
            ]),
            new("fire", 2026, [new YearlyPlanLine(Fire, ["waiting"], 1, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30)) { IsStatutory = true }]),
        ];
        var rules = new MergeRules
        {
            YearlyCap = cap, CapBasis = cap is null ? null : s_published, Uncounted = new HashSet<TaskSource> { TaskSource.Immediate },
        };
        (await Desk.RunAsync<ProposeJointPlan, Outcome<JointPlan>>(s_planner, use => use.RunAsync("j", 2026, plans, rules, s_planner, Token), Token)).OrThrow();
        var head = new Actor("head", "joint-office") { Roles = Roles.Head };
        (await Desk.RunAsync<ApproveJointPlan, Outcome<JointPlan>>(head, use => use.RunAsync("j", head, Token), Token)).OrThrow();
    }

    private async Task SaveAsync<TStore>(Func<TStore, Task> save)
        where TStore : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        await save(scope.ServiceProvider.GetRequiredService<TStore>());
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        work.Append(new JournalRecord("test.given", "given", s_planner, s_now, "{}"));
        await work.CommitAsync(Token);
    }

    private static Officer Officer(string id) => new()
    {
        Id = id, Name = id, AgencyId = id[0] == 'm' ? "market" : "fire", CertificateNumber = $"浙-{id}", ValidFrom = new DateOnly(2020, 1, 1),
        ValidTo = new DateOnly(2030, 1, 1), Fields = [id[0] == 'm' ? "market" : "fire"],
    };

    private static SupervisionItem Item(string code, string agency, string checklist) => new()
    {
        Code = code, Name = checklist, Kind = ItemKind.General, OwnerAgencyId = agency, Field = agency, ChecklistId = checklist, NationalCode = "99000000000001",
        Basis = [new LegalBasis("优化营商环境条例", "第五十四条", new DateOnly(2020, 1, 1))], Contents = [new ItemContent($"{checklist}-1", checklist)],
    };

    private static Checklist Checklist(string id, int version, params string[] points) =>
        new(id, version, id, [.. points.Select((text, i) => new CheckPoint($"{i + 1}", text, $"{id}-{i + 1}", PointImportance.General, null))]);
}
