using FsCheck;
using FsCheck.Fluent;
using Supervision.Audit;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Audit;

// Goal: the proof made of kept subtrees is, hash for hash, the proof made of all leaves (RFC 6962 section 2.1.1), and reads few of them.
public sealed class JournalTreeTests
{
    private static readonly ListJournal s_large = Journals.Of(70_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Proof_OfAnyEntry_IsThatOverAllLeaves() => Prop.ForAll(
        Gen.Choose(1, 1_100).SelectMany(size => Gen.Choose(0, size - 1).Select(index => (size, index))).ToArbitrary(),
        Gen.Elements(HashKind.Sha256, HashKind.Sm3).ToArbitrary(),
        (at, hash) =>
        {
            var journal = Journals.Of(at.size, hash: hash);
            var proof = JournalProof.OfAsync(journal, at.index, Token).GetAwaiter().GetResult().OrThrow();
            return proof.Holds && proof.Path.SequenceEqual(MerkleTree.InclusionPath(hash, [.. journal.Entries.Select(entry => entry.LeafHash)], at.index));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(69_999)]
    public async Task Proof_InALargeJournal_ReadsFewHashes(int index)
    {
        var before = s_large.NodesRead;
        var proof = (await JournalProof.OfAsync(s_large, index, Token)).OrThrow();
        Assert.Equal(MerkleTree.InclusionPath(HashKind.Sha256, [.. s_large.Entries.Select(entry => entry.LeafHash)], index), proof.Path);
        Assert.True(proof.Holds);
        Assert.InRange(s_large.NodesRead - before, 16, 1_000);
    }

    [Fact]
    public async Task KeptSubtree_OfOtherEntries_MakesProofsFailAndIsNamed()
    {
        var journal = Journals.Of(1_000);
        journal.Forged[(8, 2)] = MerkleTree.LeafHash(HashKind.Sha256, [1]);
        Assert.False((await JournalProof.OfAsync(journal, 100, Token)).OrThrow().Holds);
        var refusal = (await JournalAudit.VerifyAsync(journal, Token)).Refusal!;
        Assert.Equal("SUP7601", refusal.Code);
        Assert.Equal(["512", "767"], refusal.Message.Arguments);
    }

    [Theory]
    [InlineData(5, "SUP9101")]
    [InlineData(3, "SUP7600")]
    public async Task Proof_OfAJournalThatLostAnEntry_IsRefused(int lost, string code)
    {
        var journal = Journals.Of(6);
        journal.Entries.RemoveAt(lost);
        Assert.Equal(code, (await JournalProof.OfAsync(journal, lost == 5 ? 5 : 0, Token)).Refusal?.Code);
    }

    [Theory]
    [InlineData(255, new int[0])]
    [InlineData(256, new[] { 8 })]
    [InlineData(65_536, new[] { 8, 16 })]
    public void Heights_OfASize_AreThoseWithASubtree(long size, int[] heights) => Assert.Equal(heights, JournalTree.KeptHeights(size));

    [Fact]
    public void Completed_BySizeAndHeight_IsTheRootOfThoseLeaves()
    {
        var (tree, leaves) = (new MerkleFrontier(HashKind.Sha256), new List<Digest>());
        for (var i = 0; i < 130; i++)
        {
            leaves.Add(MerkleTree.LeafHash(HashKind.Sha256, [(byte)i]));
            for (var height = 0; height <= 8; height++)
            {
                var wanted = leaves.Count % (1 << height) == 0 ? MerkleTree.Root(HashKind.Sha256, leaves.ToArray().AsSpan(leaves.Count - (1 << height))) : (Digest?)null;
                Assert.Equal(wanted, tree.Completed(leaves[^1], height));
            }

            tree.Append(leaves[^1]);
        }
    }
}
