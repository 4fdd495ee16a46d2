using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: state and journal become durable together or not at all, and nobody's change is overwritten unseen.
public abstract class UnitOfWorkContract(IStorageUnderTest storage) : ContractTests(storage)
{
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

    [Fact]
    public async Task Commit_Cancelled_EndsTheScopeInWords()
    {
        await using var scope = Services.CreateAsyncScope();
        var subjects = scope.ServiceProvider.GetRequiredService<ISubjectStore>();
        await subjects.SaveAsync([Given.Subject("S-1")], Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(new CancellationToken(true)));
        var ended = await Assert.ThrowsAsync<StorageException>(() => subjects.SaveAsync([Given.Subject("S-2")], Token));
        Assert.StartsWith("SUP9004", ended.Message, StringComparison.Ordinal);
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
