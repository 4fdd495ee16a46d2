using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: what somebody makes up is a text like any other: it finds nothing, changes nothing else, comes back as it was or is refused with
// a code, on both engines alike.
public abstract class HostileInputContract(IStorageUnderTest storage) : ContractTests(storage)
{
    private static readonly string[] s_made =
    [
        "' OR '1'='1", "'; DROP TABLE tasks; --", "\" OR \"\"=\"", "%", "_", "t%", "../../etc/passwd", "..\\..\\x", "=cmd|'/C calc'!A0", "@p0", "?1", "$1", "{0}",
        "<script>alert(1)</script>", "\u202E反", "a\r\nSet-Cookie: x", new string('长', 100_000), "t1\u200B", "T1", "t1 ",
    ];

    [Fact]
    public async Task Find_AForgedId_FindsNothing()
    {
        await CommitAsync<ITaskStore>(store => store.AddAsync([Given.Task("t1", "S-1")], Token));
        await CommitAsync<IDrawStore>(store => store.AddPlanAsync(Given.Plan(), Token));
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1")], Token));
        var before = await DumpAsync();
        foreach (var id in s_made)
        {
            Assert.Null(await ReadAsync<ITaskStore, InspectionTask?>(store => store.FindAsync(id, Token)));
            Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(store => store.ListBySubjectAsync(id, Token)));
            Assert.Null(await ReadAsync<IDrawStore, InspectionPlan?>(store => store.FindPlanAsync(id, Token)));
            Assert.Null(await ReadAsync<IDrawStore, Draw?>(store => store.FindDrawAsync(id, Token)));
            Assert.Null(await ReadAsync<ISubjectStore, Subject?>(store => store.FindAsync(id, Token)));
            Assert.Null(await ReadAsync<ICaseStore, PenaltyCase?>(store => store.FindAsync(id, Token)));
            Assert.Null(await ReadAsync<IMatterStore, Matter?>(store => store.FindAsync(id, Token)));
            Assert.Null(await ReadAsync<IDocumentStore, IssuedDocument?>(store => store.FindByHashAsync(id.PadRight(16, '%'), Token)));
            Assert.Empty(await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(store => store.FindAsync(id, id, Token)));
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Save_AHostileText_ComesBackAsItWas()
    {
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([.. s_made.Select((text, i) => Given.Subject($"S-{i:00}") with { Name = text })], Token));
        await CommitAsync<ITaskStore>(store => store.AddAsync([.. s_made.Select((text, i) => Given.Task($"t-{i:00}", "S") with { TerminationReason = text })], Token));
        await ReopenAsync();
        foreach (var (i, text) in s_made.Index())
        {
            Assert.Equal(text, (await ReadAsync<ISubjectStore, Subject?>(store => store.FindAsync($"S-{i:00}", Token)))!.Name);
            Assert.Equal(text, (await ReadAsync<ITaskStore, InspectionTask?>(store => store.FindAsync($"t-{i:00}", Token)))!.TerminationReason);
        }
    }

    // What one engine refuses and the other would keep as something else is refused by both, in bulk, by row and in the journal.
    [Theory]
    [InlineData('a', '\0')]
    [InlineData('a', '\uD800')]
    [InlineData('\uDC00', '\uD800')]
    public async Task Save_ATextThatIsNoText_IsRefused(char first, char second)
    {
        var text = new string([first, second]);
        var before = await DumpAsync();
        foreach (var write in new Func<Task>[]
        {
            () => CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1") with { Name = text }], Token)),
            () => CommitAsync<ITaskStore>(store => store.AddAsync([Given.Task("t1", text)], Token)),
            () => CommitAsync<IDrawStore>(store => store.AddPlanAsync(Given.Plan() with { Name = text }, Token)),
            () => CommitAsync<ISubjectStore>(_ => Task.CompletedTask, Record(text)),
        })
        {
            Assert.Equal("SUP9121", (await Assert.ThrowsAsync<RefusedException>(write)).Refusal.Code);
        }

        Assert.Equal(before, await DumpAsync());
    }

    // An id becomes part of keys, file names and addresses: it is an identifier or it is refused, at every door through which a new one comes.
    [Fact]
    public async Task UseCases_OfAMalformedId_RefuseIt()
    {
        var actor = new Actor("li", "yiwu-market") { Roles = Roles.All };
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1")], Token));
        await CommitAsync<IOfficerStore>(store => store.SaveAgencyAsync(new Agency("yiwu-market", "义乌市监", "330782", ["food"]), Token));
        var before = await DumpAsync();
        await using var scope = Services.GetRequiredService<CommandDesk>().Open(actor);
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = DateOnly.FromDateTime(now.Date);
        foreach (var id in s_made.Where(id => id.AsSpan().ContainsAnyExceptInRange('!', '~') || id.Contains('/')).Append("").Append("a/b").Append(new string('a', 65)))
        {
            var clue = new CaseClue { Source = ClueSource.Inspection, ReceivedOn = today, ActId = "act", ViolationOn = today, Facts = "x" };
            Assert.Equal("SUP2302", (await Of<OpenCase>().RunAsync(id, "S-1", clue, actor, Token)).Refusal?.Code);
            Assert.Equal("SUP2307", (await Of<OpenCase>().RunAsync("c-1", "S-1", clue with { ActId = id }, actor, Token)).Refusal?.Code);
            Assert.Equal("SUP7003", (await Of<ReportEvent>().RunAsync(
                new EventReport(id, EventOrigin.Complaint, "x", "yiwu-market", "yiwu-market", now), actor, Token)).Refusal?.Code);
            Assert.Equal("SUP4105", (await Of<ApprovePlan>().RunAsync(
                new PlanRequest(id, "n", "yiwu-market", "i", "330700", today, today, [new TierRate("A", 1)], 0, 0, "s"), actor, Token)).Refusal?.Code);
            Assert.Equal("SUP6112", (await Of<RecordPerson>().RunAsync(
                new Person(id, "S-1", "yiwu-market", ResidentId.Parse("11010519491231002X").OrThrow(), "n", "", today.AddDays(1)), actor, Token)).Refusal?.Code);
        }

        Assert.Equal(before, await DumpAsync());

        T Of<T>()
            where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
    }
}
