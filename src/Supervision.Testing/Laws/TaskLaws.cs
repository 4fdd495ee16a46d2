using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Testing.Laws;

// Goal: a task comes back with the wall clock of its record, and the operations of devices with their hash.
internal sealed class TaskLaws : StoreSuite
{
    [Law]
    public async Task Tasks_NewAndRecorded_ComeBackWithTheWallClockOfTheRecord()
    {
        var early = new DateTimeOffset(2026, 3, 3, 1, 0, 0, 123, 456, TimeSpan.FromHours(8)); // still 2 March in UTC
        var fresh = Given.Task("t2", "S-1");
        var recorded = Given.Recorded(Given.Task("t1", "S-1"), early);
        await CommitAsync<ITaskStore>(async store =>
        {
            await store.AddAsync([fresh, Given.Task("t1", "S-1"), Given.Task("t0", "S-2", "other")], Token);
            await store.UpdateAsync([recorded], Token);
        });
        await CommitAsync<IDrawStore>(async store =>
        {
            await store.AddPlanAsync(Given.Plan(), Token);
            await store.AddDrawAsync(Given.Draw("food-2026-1", Noon), [new DrawnSubject("S-1", "330782|B")], Token);
            await store.AddDrawAsync(Given.Draw("food-2026-2", Noon), [new DrawnSubject("S-2", "330782|B")], Token);
        });
        await ReopenAsync();

        Same.Value(recorded, await ReadAsync<ITaskStore, InspectionTask?>(s => s.FindAsync("t1", Token)));
        Same.Value([recorded, fresh], await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListByDrawAsync("food-2026-1", Token)));
        Same.Value([recorded, fresh], await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListOfDrawnAsync("food-2026-1", ["S-1", "S-9"], Token)));
        foreach (var (draw, subjects) in new (string, string[])[] { ("food-2026-1", ["S-2"]), ("food-2026-1", []), ("food-2026-2", ["S-1"]) })
        {
            Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListOfDrawnAsync(draw, subjects, Token)));
        }

        Same.Value([fresh, recorded], await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListBySubjectAsync("S-1", Token)));
        Assert.Equal(
            [new PastVisit("o1", "S-1"), new PastVisit("o2", "S-1")],
            await ReadAsync<ITaskStore, IReadOnlyList<PastVisit>>(s => s.ListVisitsAsync("food-2026-1", new DateOnly(2026, 3, 3), Token)));
        Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<PastVisit>>(s => s.ListVisitsAsync("food-2026-2", new DateOnly(2026, 3, 3), Token)));
        Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<PastVisit>>(s => s.ListVisitsAsync("food-2026-1", new DateOnly(2026, 3, 4), Token)));
    }

    [Law]
    public async Task Tasks_OpenedWithoutADraw_ComeBackAndAreListedByWhatIsAsked()
    {
        var opened = Given.Opened("complaint.C-1", "S-1") with { DueOn = new DateOnly(2026, 3, 9) };
        var drawn = Given.Task("t1", "S-2");
        var escalated = Given.Task("t2", "S-1") with { State = TaskState.Escalated };
        await CommitAsync<ITaskStore>(store => store.AddAsync([drawn, opened, escalated], Token));
        await ReopenAsync();

        Same.Value([opened, drawn], await ListAsync(new TaskQuery()));
        Same.Value([opened], await ListAsync(new TaskQuery { Limit = 1 }));
        Same.Value([opened], await ListAsync(new TaskQuery { Source = TaskSource.Complaint }));
        Same.Value([opened], await ListAsync(new TaskQuery { SubjectId = "S-1", OfficerId = "o1", AgencyId = "yiwu-market" }));
        Same.Value([escalated], await ListAsync(new TaskQuery { State = TaskState.Escalated }));
        Same.Value([opened, drawn, escalated], await ListAsync(new TaskQuery { IncludesFinished = true }));
        Same.Value([], await ListAsync(new TaskQuery { OfficerId = "o" }));
        Same.Value([], await ListAsync(new TaskQuery { AgencyId = "other" }));
        var load = await ReadAsync<ITaskStore, IReadOnlyDictionary<string, int>>(s => s.CountOpenAsync(Token));
        Assert.Equal(2, load["o1"]);
    }

    [Law]
    public async Task Tasks_ThatAreOpen_AreListedWithWhatIsDueNow_AndTheirSubject()
    {
        var day = new DateOnly(2026, 3, 9);
        var visit = Given.Task("t1", "S-1") with { DueOn = day };
        var ordered = Given.Task("t2", "S-2") with { DueOn = day, State = TaskState.Rectifying, RectifyBy = day.AddDays(30) };
        var reported = ordered with { Id = "t3", CorrectionReportedOn = day.AddDays(20), RecheckBy = day.AddDays(50) };
        var sooner = Given.Task("t4", "S-1") with { DueOn = day.AddDays(-1) };
        InspectionTask[] finished =
        [
            .. ((TaskState[])[TaskState.Closed, TaskState.Terminated, TaskState.Escalated, TaskState.CaseClue]).Select(state => Given.Task($"f-{state}", "S-1") with { State = state }),
        ];
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1") with { Name = "义乌面馆" }], Token));
        await CommitAsync<ITaskStore>(store => store.AddAsync([visit, ordered, reported, sooner, .. finished], Token));

        DueTask[] expected =
        [
            new("t4", "S-1", "义乌面馆", sooner.State, day.AddDays(-1)), new("t1", "S-1", "义乌面馆", visit.State, day),
            new("t2", "S-2", null, TaskState.Rectifying, day.AddDays(30)), new("t3", "S-2", null, TaskState.Rectifying, day.AddDays(50)),
        ];
        var agency = visit.AgencyId;
        Assert.Equal(expected, await ReadAsync<ITaskStore, IReadOnlyList<DueTask>>(store => store.ListOpenAsync(agency, 10, Token)));
        Assert.Equal(expected[..1], await ReadAsync<ITaskStore, IReadOnlyList<DueTask>>(store => store.ListOpenAsync(agency, 1, Token)));
        Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<DueTask>>(store => store.ListOpenAsync("other", 10, Token)));
        Assert.Equal([sooner.NextDue, visit.NextDue, ordered.NextDue, reported.NextDue], expected.Select(task => task.Due));
    }

    [Law]
    public async Task Operations_OfDevices_ComeBackWithTheirHash()
    {
        var evidence = new Evidence(Given.Hash("photo").ToString(), Noon, "A", "29.3,120.1");
        TaskOperation[] operations =
        [
            new("t1", "A", 1, Noon, "o1", OperationKind.Scan) { SubjectCode = "S-1" },
            new("t1", "A", 2, Noon, "o1", OperationKind.Answer) { Entry = new CheckEntry("1", CheckAnswer.NonConform, "脏𠮷", [evidence]) },
            new("t1", "B", 1, Noon, "o2", OperationKind.PartySignature) { Signature = new RecordSignature(null, "拒签", "证人") },
        ];
        await CommitAsync<IOperationStore>(store => store.AddAsync([.. operations.Select(o => new ReceivedOperation(o, Noon))], Token));
        await ReopenAsync();

        var log = await ReadAsync<IOperationStore, OperationLog>(store => store.FindAsync("t1", Token));
        Assert.Equal(operations.Select(o => o.Hash), log.Operations.Select(received => received.Operation.Hash));
        var all = await ReadAsync<IOperationStore, IReadOnlyDictionary<string, OperationLog>>(store => store.FindAllAsync(["t1", "t9"], Token));
        Assert.Equal(operations.Select(o => o.Hash), Assert.Single(all).Value.Operations.Select(received => received.Operation.Hash));
        Assert.Equal(Noon.UtcDateTime, log.Operations.First().ReceivedAt.UtcDateTime);
        Assert.Empty((await ReadAsync<IOperationStore, OperationLog>(store => store.FindAsync("t2", Token))).Operations);
    }

    private Task<IReadOnlyList<InspectionTask>> ListAsync(TaskQuery query) =>
        ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(store => store.ListAsync(query, Token));
}
