using System.Text.Json;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class MerkleTreeTests
{
    // The published test leaves and roots of github.com/transparency-dev/merkle (Apache-2.0), roots by tree size.
    private static readonly string[] s_leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] s_roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Root_PublishedLeaves_MatchesThePublishedRootOfEachSize()
    {
        var leaves = Leaves(s_leaves);
        var frontier = new MerkleFrontier(HashKind.Sha256);
        for (var size = 0; size <= leaves.Length; size++)
        {
            Assert.Equal(s_roots[size], MerkleTree.Root(HashKind.Sha256, leaves.AsSpan(0, size)).ToString());
            Assert.Equal(s_roots[size], frontier.Root().ToString());
            Assert.Equal(size, frontier.Count);
            if (size < leaves.Length)
            {
                frontier.Append(leaves[size]);
            }
        }
    }

    [Fact]
    public void Frontier_RestoredFromItsState_GoesOnWithTheSameRoots()
    {
        for (var size = 0; size < 40; size++)
        {
            var leaves = Numbered(size + 3);
            var first = new MerkleFrontier(HashKind.Sm3);
            leaves.Take(size).ToList().ForEach(first.Append);
            var second = new MerkleFrontier(HashKind.Sm3, first.Count, first.Nodes);
            leaves.Skip(size).ToList().ForEach(second.Append);
            Assert.Equal(MerkleTree.Root(HashKind.Sm3, leaves), second.Root());
        }
    }

    [Fact]
    public void Frontier_WithTheWrongNumberOfNodes_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new MerkleFrontier(HashKind.Sha256, 3, [default]));

    // Goal: a path proves its own leaf, index and size, and nothing else. Method: all trees up to 33 leaves.
    [Fact]
    public void VerifyInclusion_EveryLeafOfSmallTrees_AcceptsExactlyItsOwnIndex()
    {
        for (var size = 1; size <= 33; size++)
        {
            var leaves = Numbered(size);
            var root = MerkleTree.Root(HashKind.Sha256, leaves);
            for (var index = 0; index < size; index++)
            {
                var path = MerkleTree.InclusionPath(HashKind.Sha256, leaves, index);
                for (var claimed = -1; claimed <= size; claimed++)
                {
                    Assert.Equal(
                        claimed == index,
                        MerkleTree.VerifyInclusion(HashKind.Sha256, leaves[index], claimed, size, path, root));
                }

                Assert.False(MerkleTree.VerifyInclusion(
                    HashKind.Sha256, leaves[index], index, size, [.. path, default], root));
                Assert.False(path.Length > 0 && MerkleTree.VerifyInclusion(
                    HashKind.Sha256, leaves[index], index, size, path.AsSpan(1), root));
            }
        }
    }

    [Fact]
    public void InclusionPath_IndexOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionPath(HashKind.Sha256, Numbered(3), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionPath(HashKind.Sha256, Numbered(3), -1));
    }

    // 98 proofs of transparency-dev/merkle, most of them bad on purpose. A digest that is not 32 bytes long is bad.
    [Fact]
    public void VerifyInclusion_PublishedProofs_AgreesWithEachVerdict()
    {
        var files = Directory.GetFiles(SharedData.PathTo("data", "merkle", "inclusion"), "*.json", SearchOption.AllDirectories);
        Assert.Equal(98, files.Length);
        foreach (var file in files)
        {
            using var proof = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.True(Accepts(proof.RootElement) != proof.RootElement.GetProperty("wantErr").GetBoolean(), file);
        }
    }

    private static bool Accepts(JsonElement proof)
    {
        // Indexes are unsigned 64-bit there: what exceeds a long is out of range here, as in the original.
        if (!proof.GetProperty("leafIdx").TryGetInt64(out var index) || !proof.GetProperty("treeSize").TryGetInt64(out var size))
        {
            return false;
        }

        var steps = proof.GetProperty("proof");
        byte[][] path = steps.ValueKind == JsonValueKind.Null
            ? [] : [.. steps.EnumerateArray().Select(step => step.GetBytesFromBase64())];
        byte[][] all = [Bytes(proof, "leafHash"), Bytes(proof, "root"), .. path];
        return all.All(bytes => bytes.Length == Digest.Size) && MerkleTree.VerifyInclusion(
            HashKind.Sha256, Digest.FromBytes(all[0]), index, size, [.. path.Select(step => Digest.FromBytes(step))], Digest.FromBytes(all[1]));
    }

    private static byte[] Bytes(JsonElement proof, string name) =>
        proof.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetBytesFromBase64() : [];

    private static Digest[] Leaves(string[] hex) =>
        [.. hex.Select(leaf => MerkleTree.LeafHash(HashKind.Sha256, Convert.FromHexString(leaf)))];

    private static Digest[] Numbered(int count) =>
        [.. Enumerable.Range(0, count).Select(i => MerkleTree.LeafHash(HashKind.Sha256, [(byte)i]))];
}
