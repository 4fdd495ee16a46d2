using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Storage;
using Supervision.Testing;

namespace Supervision.Hosts.Tests.Matters;

// Goal: every overdue item escalates in a simulated year, and none twice. Method: a matter in each state of each kind that has a clock, nobody who does anything,
// and a sweep a day; what is told is compared with the clocks, and at the end with the three rungs of the ladder.
public sealed class SweepYearTests : IDisposable
{
    private static readonly Actor s_system = new("sweeper", "city") { Roles = Roles.All };

    private readonly ThrowAwayDatabase _database = new();
    private readonly ManualTimeProvider _time = new(StateClocks.Opened);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Sweep_EveryStateOfEveryKindForAYear_TellsEachRungOnce()
    {
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddSupervision().AddSupervisionSqlite(_database.FilePath).BuildServiceProvider();
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        var due = await NeglectAsync(services);
        Assert.True(due.Count > 40, $"{due.Count} states have a clock");
        Assert.Equal(
            [MatterKind.Commitment, MatterKind.Event, MatterKind.ListEntry, MatterKind.PointNotice, MatterKind.Receipt, MatterKind.SelfTask, MatterKind.Warning],
            StateClocks.Keys().Select(key => Enum.Parse<MatterKind>(key.Split('.')[0])).Distinct().OrderBy(kind => kind.ToString(), StringComparer.Ordinal));
        for (var day = 0; day < 360; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            var told = await SweepAsync(services);
            Assert.Equal(due.Where(one => one.Value <= _time.GetUtcNow()).Select(one => one.Key), told.Select(matter => matter.Id));
            foreach (var matter in told)
            {
                due[matter.Id] = matter.Clock!.DueAt!.Value;
            }

            Assert.True(told.Count == 0 || (await SweepAsync(services)).Count == 0, $"told twice on day {day}");
        }

        await using var scope = services.CreateAsyncScope();
        foreach (var id in due.Keys)
        {
            var matter = (await scope.ServiceProvider.GetRequiredService<IMatterStore>().FindAsync(id, TestContext.Current.CancellationToken))!;
            Assert.Equal((matter.Title, "county city province"), (matter.Title, string.Join(' ', matter.Escalations.Select(step => Assert.Single(step.Entry.AgencyIds)))));
        }
    }

    // The instant at which each is overdue, by its id.
    private async Task<SortedDictionary<string, DateTimeOffset>> NeglectAsync(IServiceProvider services)
    {
        var due = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await using var scope = services.CreateAsyncScope();
        var officers = scope.ServiceProvider.GetRequiredService<IOfficerStore>();
        foreach (var (id, division) in new[] { ("county", "330782"), ("city", "330700"), ("province", "330000") })
        {
            await officers.SaveAgencyAsync(new Agency(id, id, division, ["market"]), TestContext.Current.CancellationToken);
        }

        var clocks = services.GetRequiredService<MatterClocks>();
        var matters = scope.ServiceProvider.GetRequiredService<IMatterStore>();
        foreach (var (at, key) in StateClocks.Keys().Index())
        {
            var matter = StateClocks.MatterOf($"M-{at:00}", key, _time.GetUtcNow(), _time.GetUtcNow().AddDays(40));
            matter = matter with { Clock = clocks.For(matter, matter.OpenedAt) };
            Assert.Equal(key, matter.Clock?.Key);
            due[matter.Id] = matter.Clock!.DueAt!.Value;
            await matters.AddAsync(matter, TestContext.Current.CancellationToken);
        }

        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(TestContext.Current.CancellationToken);
        return due;
    }

    private static async Task<IReadOnlyList<Matter>> SweepAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SweepOverdue>().RunAsync(s_system, TestContext.Current.CancellationToken);
    }
}
