using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Storage.Tests.Contract;

// Goal: state and journal become durable together or not at all, and nobody's change is overwritten unseen.
public abstract class UnitOfWorkContract(IStorageUnderTest storage) : ContractTests(storage)
{
    [Fact]
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

    [Fact]
    public async Task FindByKeys_SeveralTypes_GivesEntriesOfTheseKeysInOrder()
    {
        await CommitAsync<ISubjectStore>(
            _ => Task.CompletedTask, Record("a"), Record("b"), new JournalRecord("task.opened", "a", Clerk, Noon, "{}"), Record("c"));
        var found = await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindByKeysAsync(["c", "a", "none"], Token));
        Assert.Equal([("a", "subject.registered"), ("a", "task.opened"), ("c", "subject.registered")], found.Select(entry => (entry.Record.Key, entry.Record.Type)));
        Assert.All(found, entry => Assert.True(entry.IsIntact()));
        Assert.Empty(await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindByKeysAsync([], Token)));
    }

    [Fact]
    public async Task Dispose_WithoutCommit_SavesNothingAndLetsTheNextOneWrite()
    {
        var before = await DumpAsync();
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject("S-1")], Token);
            scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Append(Record("S-1"));
            Assert.Equal(0, await ReadAsync<ISubjectStore, long>(s => s.CountAsync(Token)));
        }

        Assert.Equal(before, await DumpAsync());
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("S-1")], Token), Record("S-1"));
        Assert.Equal(1, (await VerifyAsync()).Size);
    }

    [Fact]
    public async Task Commit_Cancelled_SavesNeitherStateNorJournalAndEndsTheScope()
    {
        var before = await DumpAsync();
        await using (var scope = Services.CreateAsyncScope())
        {
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            var subjects = scope.ServiceProvider.GetRequiredService<ISubjectStore>();
            await subjects.SaveAsync([Given.Subject("S-1")], Token);
            work.Append(Record("S-1"));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.CommitAsync(new CancellationToken(true)));
            var ended = await Assert.ThrowsAsync<StorageException>(() => subjects.SaveAsync([Given.Subject("S-2")], Token));
            Assert.StartsWith("SUP9004", ended.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StorageException>(() => work.CommitAsync(Token));
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Commit_JournalCannotBeWritten_SavesNoState()
    {
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("S-1")], Token), Record("S-1"));
        await Storage.CloseAsync();
        Storage.Tamper("UPDATE journal SET position = 1"); // the next entry's place is taken
        var before = await DumpAsync();

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("S-2")], Token), Record("S-2")));
        Assert.Equal(before, await DumpAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
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

    [Fact]
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

    [Fact]
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

    [Fact]
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

    [Fact]
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

    [Fact]
    public async Task Journal_BySm3_IsChosenWhileItIsEmpty()
    {
        var database = Services.GetRequiredService<SupervisionDatabase>();
        await database.ChooseJournalHashAsync(HashKind.Sm3, Token);
        Assert.Equal(Hash.Of(HashKind.Sm3, []), (await VerifyAsync()).Root);
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("S-1")], Token), Record("S-1"), Record("S-2"));
        await ReopenAsync();
        database = Services.GetRequiredService<SupervisionDatabase>();
        await database.ChooseJournalHashAsync(HashKind.Sm3, Token);
        var late = await Assert.ThrowsAsync<StorageException>(() => database.ChooseJournalHashAsync(HashKind.Sha256, Token));
        Assert.StartsWith("SUP9023", late.Message, StringComparison.Ordinal);

        var tree = new MerkleFrontier(HashKind.Sm3);
        tree.Append(JournalEntry.At(0, Record("S-1"), HashKind.Sm3).LeafHash);
        tree.Append(JournalEntry.At(1, Record("S-2"), HashKind.Sm3).LeafHash);
        Assert.Equal(new JournalHead(2, tree.Root()) { Hash = HashKind.Sm3 }, await VerifyAsync());
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = replace(payload, '𠮷', '吉') WHERE position = 2", "SUP9102", "2")]
    [InlineData("UPDATE journal SET at = at + 1 WHERE position = 2", "SUP9102", "2")]
    [InlineData("DELETE FROM journal WHERE position = 2", "SUP9101", "2")]
    [InlineData("DELETE FROM journal WHERE position = 4", "SUP9103", "5")]
    [InlineData("UPDATE journal SET position = -1 WHERE position = 1; UPDATE journal SET position = 1 WHERE position = 2; UPDATE journal SET position = 2 WHERE position = -1", "SUP9102", "1")]
    [InlineData("UPDATE journal SET payload = payload", "", "")]
    public async Task Journal_ChangedBehindOurBack_IsNamed(string sql, string code, string argument)
    {
        await CommitAsync<ISubjectStore>(_ => Task.CompletedTask, [.. Enumerable.Range(0, 5).Select(i => Record($"S-{i}"))]);
        await Storage.CloseAsync();
        Storage.Tamper(sql);
        await ReopenAsync();

        var outcome = await ReadAsync<IJournalReader, Decisions.Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token));
        Assert.Equal(code, outcome.Refusal?.Code ?? "");
        Assert.Equal(argument, outcome.Refusal?.Message.Arguments[0] ?? "");
    }

    private async Task<JournalHead> VerifyAsync() =>
        (await ReadAsync<IJournalReader, Decisions.Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token))).OrThrow();
}
