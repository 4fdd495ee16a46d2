using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Commitments;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Rules.Packs;
using Supervision.Storage;
using Supervision.Testing;

namespace Supervision.Hosts.Tests.Matters;

// Yiwu, autumn 2019: 688 orders to check a promise, 562 handled, 19 broken, 114 points (domain, section 13). Only these four numbers are
// published. Made up here: who applied for what and when, that the 543 others were kept, and that no subject broke two; six points a breach
// are inferred from 114/19. SUPERVISION_LONG=1 replays all of it; an ordinary run one nineteenth, with one breach.
public sealed class CommitmentReplayTests : IDisposable
{
    private static readonly int s_scale = Environment.GetEnvironmentVariable("SUPERVISION_LONG") == "1" ? 19 : 1;

    private static readonly Actor s_clerk = new("clerk", "330782") { Roles = Roles.All };

    private readonly ThrowAwayDatabase _database = new();
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Replay_TheOrdersOfYiwu_GivesTheBreachesAndThePoints()
    {
        var (orders, handled, breaches) = (688 * s_scale / 19, 562 * s_scale / 19, s_scale);
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(_time)
            .AddSupervision(supervision => supervision.UseRulePacks(Packs())).AddSupervisionSqlite(_database.FilePath).BuildServiceProvider();
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        var subjects = await RegisterAsync(services, orders);
        for (var at = 0; at < orders; at++)
        {
            await GrantAsync(services, $"C-{at:000}", subjects[at]);
        }

        _time.Advance(TimeSpan.FromDays(7));
        for (var at = 0; at < handled; at++)
        {
            await CheckAsync(services, $"C-{at:000}", isBroken: at < breaches);
        }

        await using var scope = services.CreateAsyncScope();
        var matters = await scope.ServiceProvider.GetRequiredService<IMatterStore>()
            .ListAsync(new MatterQuery { Kind = MatterKind.Commitment, Limit = 10_000 }, TestContext.Current.CancellationToken);
        Assert.Equal(orders, matters.Count(matter => matter.Fact("task") is not null));
        Assert.Equal(handled - breaches, matters.Count(matter => matter.State == MatterState.Kept));
        Assert.Equal(breaches, matters.Count(matter => matter.State == MatterState.Ordered));
        Assert.Equal(orders - handled, matters.Count(matter => matter.State == MatterState.CheckDispatched));
        var policy = scope.ServiceProvider.GetRequiredService<ICreditPolicy>();
        var events = scope.ServiceProvider.GetRequiredService<ICreditEventStore>();
        var deducted = 0m;
        foreach (var subject in subjects.Distinct(StringComparer.Ordinal))
        {
            deducted += policy.Evaluate(await events.FindAsync(subject, TestContext.Current.CancellationToken), new DateOnly(2026, 3, 31)).CompositeScore - 100;
        }

        Assert.Equal(-6m * breaches, deducted);
        var lists = scope.ServiceProvider.GetRequiredService<SubjectLists>();
        for (var at = 0; at < orders; at++)
        {
            var entries = await lists.OfAsync(subjects[at], TestContext.Current.CancellationToken);
            Assert.Equal(subjects.Take(breaches).Contains(subjects[at]), entries.Any(entry => entry.Kind == ListKind.CommitmentBlacklist));
        }
    }

    private static RulePackRegistry Packs() => new(Directory.GetFiles(SharedData.InRepository("samples", "rulepacks"), "*.yaml")
        .Select(file => RulePackLoader.LoadForPublication(Path.GetFileName(file), File.ReadAllBytes(file))));

    private static async Task<List<string>> RegisterAsync(IServiceProvider services, int count)
    {
        await RunAsync<Catalog.RegisterCatalog, Outcome<int>>(services, use => use.RunAsync(WalkData.Catalogue(), s_clerk, TestContext.Current.CancellationToken));
        await RunAsync<IOfficerStore, IUnitOfWork, SaveCount>(services, (store, _) => store.SaveOfficersAsync(
            [.. new[] { "O-1", "O-2" }.Select(id => new Officer
            {
                Id = id, Name = id, AgencyId = "330782", CertificateNumber = id, ValidFrom = new DateOnly(2024, 1, 1), ValidTo = new DateOnly(2030, 1, 1), Fields = ["market"],
            })],
            TestContext.Current.CancellationToken));
        List<string> ids = [.. Enumerable.Range(0, count).Select(at => $"S-{at:000}")];
        await RunAsync<ISubjectStore, IUnitOfWork, SaveCount>(services, (store, _) => store.SaveAsync(
            [.. ids.Select(id => new Subject { Id = id, Kind = SubjectKind.Enterprise, Name = id, DivisionCode = "330782" })], TestContext.Current.CancellationToken));
        return ids;
    }

    private static async Task GrantAsync(IServiceProvider services, string id, string subject)
    {
        var application = new CommitmentApplication(id, "street-use-permit", subject, "330782", new Dictionary<string, string> { ["range"] = "3平方米" });
        var offer = await RunAsync<ApplyForCommitment, Outcome<CommitmentOffer>>(
            services, use => use.RunAsync(application, CommitmentItems.Shipped, s_clerk, TestContext.Current.CancellationToken));
        await RunAsync<SignCommitment, Outcome<Matter>>(
            services, use => use.RunAsync(id, offer.OrThrow().Terms.Reference.ContentHash, "ES", s_clerk, TestContext.Current.CancellationToken));
        (await RunAsync<AdvanceCommitment, Outcome<Matter>>(services, use => use.RunAsync(
            id, new MatterEntry(MatterTrigger.Grant, services.GetRequiredService<TimeProvider>().GetUtcNow()), s_clerk, TestContext.Current.CancellationToken))).OrThrow();
    }

    private async Task CheckAsync(IServiceProvider services, string id, bool isBroken)
    {
        var now = _time.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var task = (await RunAsync<ITaskStore, InspectionTask?>(services, store => store.FindAsync($"commitment.{id}", TestContext.Current.CancellationToken)))!;
        List<CheckEntry> entries =
        [
            new("1", isBroken ? CheckAnswer.NonConform : CheckAnswer.Conform, "", isBroken ? [new Evidence(new string('a', 64), now, "d-2", "29.3,120.1")] : []),
            new("2", CheckAnswer.Conform, "", []),
        ];
        var scan = new EntryScan(task.SubjectId, now, "d-1");
        var hash = InspectionRecord.HashOf(task, task.OfficerIds, scan, entries);
        var submission = new InspectionSubmission(task.Id, task.OfficerIds, entries, new RecordSignature("当事人", null, null), isBroken ? new DateOnly(2026, 3, 31) : null, null)
        {
            Entry = scan, OfficerSignatures = [.. task.OfficerIds.Select(officer => new OfficerSignature(officer, hash, now))],
        };
        (await RunAsync<SubmitInspection, Outcome<InspectionTask>>(services, use => use.RunAsync(submission, s_clerk, TestContext.Current.CancellationToken))).OrThrow();
        (await RunAsync<ConcludeCommitment, Outcome<ConcludedCommitment>>(services, use => use.RunAsync(id, s_clerk, TestContext.Current.CancellationToken))).OrThrow();
    }

    private static async Task<T> RunAsync<TUse, T>(IServiceProvider services, Func<TUse, Task<T>> use)
        where TUse : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    private static async Task<T> RunAsync<TStore, TWork, T>(IServiceProvider services, Func<TStore, TWork, Task<T>> write)
        where TStore : notnull
        where TWork : IUnitOfWork
    {
        await using var scope = services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<TWork>();
        var result = await write(scope.ServiceProvider.GetRequiredService<TStore>(), work);
        await work.CommitAsync(TestContext.Current.CancellationToken);
        return result;
    }
}
