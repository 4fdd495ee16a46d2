using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Storage.Tests.Contract;

// Goal: the subtrees that proofs are made of are kept with the entries, in the same commit, and made from them where a database has none.
public abstract class JournalProofContract(IStorageUnderTest storage) : ContractTests(storage)
{
    [Fact]
    public async Task Proofs_AfterCommitsOfAnySize_AreThoseOverAllLeaves()
    {
        await AppendAsync(1, 254, 1, 1, 300, 212, 3);
        await ProveAsync(772);
    }

    [Theory]
    [InlineData("DELETE FROM journal_nodes")]
    [InlineData("DELETE FROM journal_nodes WHERE place = 1")]
    public async Task Proofs_WhereSubtreesAreMissing_AreMadeWhenTheDatabaseIsOpened(string sql)
    {
        await AppendAsync(700);
        await Storage.CloseAsync();
        Storage.Tamper(sql);
        await ReopenAsync();
        await ProveAsync(700);
        await AppendAsync(100);
        await ProveAsync(800);
    }

    [Fact]
    public async Task Subtree_ChangedBehindOurBack_IsNamed()
    {
        await AppendAsync(700);
        await Storage.CloseAsync();
        Storage.Tamper("UPDATE journal_nodes SET hash = (SELECT hash FROM journal_nodes WHERE place = 1) WHERE place = 0");
        await ReopenAsync();
        var refusal = (await ReadAsync<IJournalReader, Outcome<JournalHead>>(journal => JournalAudit.VerifyAsync(journal, Token))).Refusal;
        Assert.Equal("SUP7601", refusal?.Code);
        Assert.False((await ReadAsync<IJournalReader, Outcome<JournalProof>>(journal => JournalProof.OfAsync(journal, 400, Token))).OrThrow().Holds);
    }

    private async Task AppendAsync(params int[] sizes)
    {
        foreach (var size in sizes)
        {
            await CommitAsync<IJournalReader>(_ => Task.CompletedTask, [.. Enumerable.Range(0, size).Select(i => Record($"S-{i}"))]);
        }
    }

    private async Task ProveAsync(int size)
    {
        await using var scope = Services.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<IJournalReader>();
        Assert.Equal(size, (await JournalAudit.VerifyAsync(journal, Token)).OrThrow().Size);
        var leaves = new List<Digest>();
        await foreach (var entry in journal.ReadAsync(0, Token))
        {
            leaves.Add(entry.LeafHash);
        }

        foreach (var index in new[] { 0, 255, 256, 511, 600, size - 1 })
        {
            var proof = (await JournalProof.OfAsync(journal, index, Token)).OrThrow();
            Assert.True(proof.Holds);
            Assert.Equal(MerkleTree.InclusionPath(HashKind.Sha256, [.. leaves], index), proof.Path);
        }
    }
}
