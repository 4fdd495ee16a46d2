using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;

namespace Supervision.Testing.Laws;

// Goal: findings, credit events, standings and decisions come back in order, a decision with its explanation word for word.
internal sealed class CreditLaws : StoreSuite
{
    [Law]
    public async Task Findings_ListedUnnoticedAndCounted()
    {
        Finding[] findings =
        [
            Given.Finding("t2", "S-1", "1.1"), Given.Finding("t2", "S-1", "1.2", null), Given.Finding("t1", "S-2", "1.1"),
            Given.Finding("t1", "S-2", "1.0"),
        ];
        await CommitAsync<ITaskStore>(async store =>
        {
            var tasks = new[] { ("t1", "S-2"), ("t2", "S-1"), ("t3", "S-3"), ("t4", "S-3"), ("t5", "S-4") }
                .Select(t => Given.Task(t.Item1, t.Item2)).ToList();
            await store.AddAsync(tasks, Token);
            await store.UpdateAsync([.. tasks.Take(4).Select(task => Given.Recorded(task, Noon))], Token);
            await store.AddFindingsAsync(findings, Token);
        });

        Assert.Equal(
            ["t2.1.1", "t1.1.0", "t1.1.1"],
            (await ReadAsync<ITaskStore, IReadOnlyList<Finding>>(s => s.ListUnnoticedAsync(Token))).Select(f => f.Id));
        await CommitAsync<ITaskStore>(store => store.MarkNoticedAsync(["t2.1.1"], Token));
        Assert.Equal(
            ["t1.1.0", "t1.1.1"],
            (await ReadAsync<ITaskStore, IReadOnlyList<Finding>>(s => s.ListUnnoticedAsync(Token))).Select(f => f.Id));
        Assert.Equal(findings[..2], await ReadAsync<ITaskStore, IReadOnlyList<Finding>>(s => s.ListFindingsAsync("S-1", Token)));
        var clean = await ReadAsync<ITaskStore, IReadOnlyDictionary<string, int>>(s => s.CountCleanAsync(Token));
        Assert.Equal([new("S-3", 2)], clean);
    }

    [Law]
    public async Task CreditEvents_FoundAndStreamed_InOrderOfDayAndSequence()
    {
        var march = new DateOnly(2026, 3, 1);
        CreditEvent[] events =
        [
            Given.Event(1, "b", march), Given.Event(2, "a", march), Given.Event(3, "b", march.AddDays(-1)),
            Given.Event(4, "b", march) with { Kind = CreditEventKind.CommitmentBreached, Faults = [], Points = null },
            Given.Event(5, "b", march.AddDays(1)) with { Kind = CreditEventKind.PointNoticeAnnulled, Faults = [], Points = null, Names = "N-1" },
        ];
        await CommitAsync<ICreditEventStore>(store => store.AddAsync(events, Token));
        await ReopenAsync();

        var b = new CreditHistory("b", [events[2], events[0], events[3], events[4]]);
        Same.Value(b, await ReadAsync<ICreditEventStore, CreditHistory>(s => s.FindAsync("b", Token)));
        Same.Value([new CreditHistory("a", [events[1]]), b], await ReadAsync<ICreditEventStore, List<CreditHistory>>(s => ListAsync(s.StreamAsync(Token))));
        Assert.Equal(5, await ReadAsync<ICreditEventStore, long>(s => s.LastSequenceAsync(Token)));
        Assert.Empty((await ReadAsync<ICreditEventStore, CreditHistory>(s => s.FindAsync("c", Token))).Events);
    }

    [Law]
    public async Task Standings_SavedTwice_CountAndStreamBesideTheirSubjects()
    {
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("b")], Token));
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("a") with { DeliveredRiskClass = "D" }], Token));
        await CommitAsync<IStandingStore>(async store =>
        {
            Assert.Equal(new SaveCount(1, 0, 0), await store.SaveAsync([Given.Standing("b")], Token));
            Assert.Equal(new SaveCount(0, 0, 1), await store.SaveAsync([Given.Standing("b")], Token));
            Assert.Equal(new SaveCount(0, 1, 0), await store.SaveAsync([Given.Standing("b", 0m)], Token));
        });
        await ReopenAsync();

        Assert.Equal(Given.Standing("b", 0m), await ReadAsync<IStandingStore, SubjectStanding?>(s => s.FindAsync("b", Token)));
        Assert.Null(await ReadAsync<IStandingStore, SubjectStanding?>(s => s.FindAsync("a", Token)));
        Assert.Equal(
            [new StandingRow("a", "D", null), new StandingRow("b", null, Given.Standing("b", 0m))],
            await ReadAsync<IStandingStore, List<StandingRow>>(s => ListAsync(s.StreamAsync(Token))));
    }

    // Goal: the explanation of a decision is there years later, word for word.
    [Law]
    public async Task Decisions_OfASubject_AreKeptInOrderWithTheirExplanations()
    {
        var why = Explanation.Of(Message.Of("credit.personLinked"), Explanation.Of(Message.Literal("因为“<>”"))).On(new LegalBasis("法", "八"));
        StandingDecision[] made =
        [
            .. Enumerable.Range(1, 3).Select(at => StandingDecision.Of(
                at, Given.Standing(at == 2 ? "b" : "a", at), why, DateTimeOffset.UnixEpoch.AddDays(at))),
        ];
        await CommitAsync<IStandingStore>(async store =>
        {
            Assert.Equal(0, await store.LastDecisionAsync(Token));
            await store.AddDecisionsAsync(made, Token);
        });
        await ReopenAsync();

        Assert.Equal(3, await ReadAsync<IStandingStore, long>(s => s.LastDecisionAsync(Token)));
        var kept = await ReadAsync<IStandingStore, IReadOnlyList<StandingDecision>>(s => s.ListDecisionsAsync("a", Token));
        Assert.Equal([made[0], made[2]], kept);
        Assert.Equal(made[2].Hash, kept[1].Hash);
        Assert.Equal(why.ToString(), kept[1].Explanation.ToString());
        await Assert.ThrowsAnyAsync<Exception>(() => CommitAsync<IStandingStore>(s => s.AddDecisionsAsync([made[0]], Token)));
    }
}
