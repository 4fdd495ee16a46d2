using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Testing.Laws;

// Goal: state and journal become durable together or not at all, and nobody's change is overwritten unseen.
internal sealed class UnitOfWorkLaws : StoreSuite
{
    [Law]
    public async Task Commit_ManyTimesInOneScope_NumbersEntriesWithoutGaps()
    {
        await using var scope = Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var subjects = scope.ServiceProvider.GetRequiredService<ISubjectStore>();
        for (var i = 0; i < 5; i++)
        {
            await subjects.SaveAsync([Given.Subject($"S-{i}")], Token);
            Assert.Equal(i + 1, await subjects.CountAsync(Token));
            work.Append(Record($"S-{i}"));
            await work.CommitAsync(Token);
        }

        Assert.Equal(5, (await VerifyAsync()).Size);
        Assert.Equal(5, await ReadAsync<ISubjectStore, long>(s => s.CountAsync(Token)));
    }

    [Law]
    public async Task FindByKeys_SeveralTypes_GivesEntriesOfTheseKeysInOrder()
    {
        await CommitAsync<ISubjectStore>(
            _ => Task.CompletedTask, Record("a"), Record("b"), new JournalRecord("task.opened", "a", Clerk, Noon, "{}"), Record("c"));
        var found = await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindByKeysAsync(["c", "a", "none"], Token));
        Assert.Equal([("a", "subject.registered"), ("a", "task.opened"), ("c", "subject.registered")], found.Select(entry => (entry.Record.Key, entry.Record.Type)));
        Assert.All(found, entry => Assert.True(entry.IsIntact()));
        Assert.Empty(await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindByKeysAsync([], Token)));
    }

    [Law]
    public async Task Dispose_WithoutCommit_SavesNothingAndLetsTheNextOneWrite()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject("S-1")], Token);
            scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Append(Record("S-1"));
            Assert.Equal(0, await ReadAsync<ISubjectStore, long>(s => s.CountAsync(Token)));
        }

        await ReopenAsync();
        Assert.Equal(0, await ReadAsync<ISubjectStore, long>(s => s.CountAsync(Token)));
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("S-1")], Token), Record("S-1"));
        Assert.Equal(1, (await VerifyAsync()).Size);
    }

    [Law]
    public async Task Commit_Cancelled_SavesNeitherStateNorJournalAndEndsTheScope()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            var subjects = scope.ServiceProvider.GetRequiredService<ISubjectStore>();
            await subjects.SaveAsync([Given.Subject("S-1")], Token);
            work.Append(Record("S-1"));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.CommitAsync(new CancellationToken(true)));
            await Assert.ThrowsAnyAsync<Exception>(() => subjects.SaveAsync([Given.Subject("S-2")], Token));
            await Assert.ThrowsAnyAsync<Exception>(() => work.CommitAsync(Token));
        }

        await ReopenAsync();
        Assert.Equal((0L, 0L), (await ReadAsync<ISubjectStore, long>(s => s.CountAsync(Token)), (await VerifyAsync()).Size));
    }

    [Law(1)]
    [Law(2)]
    [Law(4)]
    public async Task Update_OfAStateThatIsNotTheStoredOne_IsAConflict(int version)
    {
        var task = Given.Task("t1", "S-1");
        await CommitAsync<ITaskStore>(s => s.AddAsync([task], Token));
        await CommitAsync<ITaskStore>(s => s.UpdateAsync([task with { State = TaskState.Accepted, Version = 2 }], Token));

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => CommitAsync<ITaskStore>(s => s.UpdateAsync([task with { State = TaskState.OnSite, Version = version }], Token), Record("t1")));
        Assert.Contains("task t1", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(TaskState.Accepted, (await ReadAsync<ITaskStore, InspectionTask?>(s => s.FindAsync("t1", Token)))!.State);
        Assert.Equal(0, (await VerifyAsync()).Size);
    }

    [Law]
    public async Task Add_WhatIsThereAlready_IsAConflict()
    {
        await CommitAsync<ITaskStore>(s => s.AddAsync([Given.Task("t1", "S-1")], Token));
        await CommitAsync<IDrawStore>(s => s.AddPlanAsync(Given.Plan(), Token));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => CommitAsync<ITaskStore>(s => s.AddAsync([Given.Task("t0", "S-1"), Given.Task("t1", "S-1")], Token)));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => CommitAsync<IDrawStore>(s => s.AddPlanAsync(Given.Plan(), Token)));
        Assert.Null(await ReadAsync<ITaskStore, InspectionTask?>(s => s.FindAsync("t0", Token)));
    }

    [Law]
    public async Task AddAnnouncement_AfterSomebodyElseContinuedTheChain_IsAConflict()
    {
        var one = new LoggedAnnouncement("330782", "food", 1, Given.Hash("1"), "x");
        await using var scope = Services.CreateAsyncScope();
        var draws = scope.ServiceProvider.GetRequiredService<IDrawStore>();
        Assert.Null(await draws.LastAnnouncementAsync("330782", Token));
        await CommitAsync<IDrawStore>(s => s.AddAnnouncementAsync(one, Token));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => draws.AddAnnouncementAsync(one with { Programme = "lifts" }, Token));
    }

    [Law]
    public async Task MarkNoticed_Twice_IsAConflict()
    {
        await CommitAsync<ITaskStore>(async store =>
        {
            await store.AddAsync([Given.Task("t1", "S-1")], Token);
            await store.AddFindingsAsync([Given.Finding("t1", "S-1", "1.1")], Token);
        });
        await CommitAsync<ITaskStore>(s => s.MarkNoticedAsync(["t1.1.1"], Token));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => CommitAsync<ITaskStore>(s => s.MarkNoticedAsync(["t1.1.1"], Token)));
    }

    [Law]
    public async Task Journal_ReopenedBetweenCommits_ContinuesTheSameTree()
    {
        var tree = new MerkleFrontier(HashKind.Sha256);
        for (var size = 0; size < 20; size += 4)
        {
            JournalRecord[] records = [.. Enumerable.Range(size, 4).Select(i => Record($"S-{i}"))];
            await CommitAsync<ISubjectStore>(_ => Task.CompletedTask, records);
            for (var i = 0; i < 4; i++)
            {
                tree.Append(JournalEntry.At(size + i, records[i]).LeafHash);
            }

            await ReopenAsync();
            Assert.Equal(new JournalHead(size + 4, tree.Root()), await VerifyAsync());
        }

        var tail = await ReadAsync<IJournalReader, List<JournalEntry>>(s => ListAsync(s.ReadAsync(18, Token)));
        Assert.Equal([18L, 19L], tail.Select(entry => entry.Index));
    }

    private async Task<JournalHead> VerifyAsync() =>
        (await ReadAsync<IJournalReader, Decisions.Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token))).OrThrow();
}
