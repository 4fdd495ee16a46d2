using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Notices;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Reliability;

/// <summary>Commands that stand for all: a draw, its officers, a visit, the notices of points, a case and its first step.</summary>
internal static class WorkingDay
{
    public static readonly Actor Actor = new("clerk-1", "yiwu-market") { Roles = Roles.All };

    private static readonly string[] s_officers = ["o1", "o2", "o3", "o4"];

    /// <summary>A command: it runs use cases of a scope and gives an answer, or throws.</summary>
    public sealed record Command(string Name, Func<IServiceProvider, CancellationToken, Task<string>> Run)
    {
        public override string ToString() => Name;
    }

    /// <summary>In the order in which they must succeed.</summary>
    public static IReadOnlyList<Command> Commands { get; } =
    [
        new("draw", async (services, token) => (await services.GetRequiredService<RunDraw>().RunAsync("food-2026", Inputs(7), Actor, token)).OrThrow().Draw.Id),
        new("assign", async (services, token) => $"{(await services.GetRequiredService<AssignOfficers>()
            .RunAsync("food-2026-1", Inputs(8), new AssignOptions(), Actor, token)).OrThrow().Tasks.Count}"),
        new("inspect", InspectAsync),
        new("notices", async (services, token) => $"{(await services.GetRequiredService<ServePointNotices>().RunAsync(Actor, token)).Count}"),
        new("open case", async (services, token) => (await services.GetRequiredService<OpenCase>().RunAsync("c-1", "S-00", Clue(services), Actor, token)).OrThrow().Id),
        new("file case", async (services, token) => (await services.GetRequiredService<AdvanceCase>().RunAsync(
            "c-1", new CaseEntry(CaseTrigger.File, Today(services)) { Marks = CaseMarks.InitialEvidence | CaseMarks.OwnJurisdiction, ApprovedBy = "head" },
            Actor, token)).OrThrow().State.ToString()),
    ];

    /// <summary>The container without the packages of rules: every subject has its weight already.</summary>
    public static IServiceCollection Register(IServiceCollection services) => services.Replace(ServiceDescriptor.Scoped<IInitialWeighing, NoWeighing>());

    /// <summary>What the commands rest on.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken token)
    {
        await using var scope = services.CreateAsyncScope();
        var of = scope.ServiceProvider;
        var subjects = Enumerable.Range(0, 12).Select(i => $"S-{i:00}").ToArray();
        await of.GetRequiredService<ISubjectStore>().SaveAsync([.. subjects.Select(id => Given.Subject(id, "330782", "餐饮"))], token);
        await of.GetRequiredService<Risk.IStandingStore>().SaveAsync([.. subjects.Select(id => Given.Standing(id))], token);
        await of.GetRequiredService<IOfficerStore>().SaveAgencyAsync(new Agency("yiwu-market", "义乌市监", "330782", ["food"]), token);
        await of.GetRequiredService<IOfficerStore>().SaveOfficersAsync(
            [.. s_officers.Select(id => Given.Officer(id) with { IsSuspended = false, ValidTo = new DateOnly(2099, 1, 1) })], token);
        await of.GetRequiredService<ICatalogStore>().AddChecklistAsync(Given.Checklist(), token);
        await of.GetRequiredService<ICatalogStore>().SaveNationalItemAsync(Given.NationalItem(), token);
        await of.GetRequiredService<ICatalogStore>().SaveItemAsync(Given.Item() with { State = ItemState.Published }, token);
        await of.GetRequiredService<IDrawStore>().AddPlanAsync(
            Given.Plan() with { From = new DateOnly(2026, 1, 1), To = new DateOnly(2029, 12, 31), CoolDownDays = 0, Rates = [.. "ABCD".Select(tier => new TierRate($"{tier}", 500_000))] },
            token);
        await of.GetRequiredService<IUnitOfWork>().CommitAsync(token);
    }

    private static async Task<string> InspectAsync(IServiceProvider services, CancellationToken token)
    {
        var tasks = await services.GetRequiredService<ITaskStore>().ListByDrawAsync("food-2026-1", token);
        var task = tasks.OrderBy(one => one.Id, StringComparer.Ordinal).First(one => one.State == TaskState.Assigned);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var scan = new EntryScan(task.SubjectId, now, "phone");
        CheckEntry[] answers =
        [
            new("1.1", CheckAnswer.NonConform, "脏", [new Evidence(Given.Hash("photo").ToString(), now, "phone", "29.3,120.1")]),
            new("1.2", CheckAnswer.Conform, "", []),
        ];
        var hash = InspectionRecord.HashOf(task, task.OfficerIds, scan, answers);
        return (await services.GetRequiredService<SubmitInspection>().RunAsync(
            new InspectionSubmission(
                task.Id, task.OfficerIds, answers, new RecordSignature(null, "拒签", "证人"), Today(services).AddDays(10), null)
            {
                Entry = scan, OfficerSignatures = [.. task.OfficerIds.Select(id => new OfficerSignature(id, hash, now))],
            },
            Actor, token)).OrThrow().State.ToString();
    }

    private static CaseClue Clue(IServiceProvider services) => new()
    {
        Source = ClueSource.Inspection, ReceivedOn = Today(services), ActId = "act-1", ViolationOn = Today(services), Facts = "氨氮超标",
    };

    private static DateOnly Today(IServiceProvider services) => services.GetRequiredService<Time.AuthorityClock>().Today;

    private static DrawInputs Inputs(byte secret) => new(
        HashKind.Sha256, [new BeaconRound("lottery SSQ", "cwl", secret)], new DrawReveal([Enumerable.Repeat(secret, 32).ToArray()], [[secret]]), "void", []);

    private sealed class NoWeighing : IInitialWeighing
    {
        public SubjectWeight For(string? deliveredRiskClass, DateOnly date) => throw new NotSupportedException();
    }
}
