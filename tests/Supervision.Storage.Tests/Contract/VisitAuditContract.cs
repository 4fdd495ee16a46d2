using Supervision.DecisionSupport;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: an audit sees each inspection of its days as it was recorded, with the class by which it was drawn, and no other.
public abstract class VisitAuditContract(IStorageUnderTest storage) : ContractTests(storage)
{
    [Fact]
    public async Task Stream_Visits_GivesThoseOfTheDaysInOrder()
    {
        var entered = new DateTimeOffset(2026, 3, 2, 0, 30, 0, TimeSpan.FromHours(8));
        InspectionTask Visited(string id, int day, bool scanned) => Given.Recorded(Given.Opened(id, "S-1"), entered.AddDays(day).AddMinutes(30)) with
        {
            Version = 1, Entry = scanned ? new EntryScan("S-1", entered.AddDays(day), "phone") : null,
        };
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1")], Token));
        await CommitAsync<ITaskStore>(async store =>
        {
            await store.AddAsync([Visited("T-3", 1, true), Visited("T-2", 0, true), Visited("T-1", 1, false), Visited("T-0", 2, true), Given.Opened("T-9", "S-1")], Token);
            await store.AddFindingsAsync([new Finding("T-2-1.1", "T-2", "S-1", "1.1", "c1", null, new DateOnly(2026, 3, 2), "")], Token);
        });
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(Services);
        var store = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<IVisitAuditStore>(scope.ServiceProvider);
        var visits = await ListAsync(store.StreamAsync(new(2026, 3, 2), new(2026, 3, 3), Token));
        Assert.Equal([("T-2", true), ("T-1", false), ("T-3", false)], visits.Select(visit => (visit.TaskId, visit.HasFinding)));
        var first = visits[0];
        Assert.Equal((entered, entered.AddMinutes(30), new DateOnly(2026, 3, 2), 2, null), (first.EnteredAt, first.RecordedAt, first.On, first.Points, first.RiskClass));
        Assert.Equal(["o2", "o1"], first.OfficerIds);
        Assert.Null(visits[1].EnteredAt);
    }
}
