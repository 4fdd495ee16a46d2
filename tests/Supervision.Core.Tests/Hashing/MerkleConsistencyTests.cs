using System.Text.Json;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class MerkleConsistencyTests
{
    // Goal: a proof holds for its own two sizes and roots, and nothing else. Method: all pairs of trees up to 33 leaves.
    [Fact]
    public void Verify_EveryPairOfSmallTrees_AcceptsExactlyItsOwnSizes()
    {
        Digest[] leaves = [.. Enumerable.Range(0, 33).Select(i => MerkleTree.LeafHash(HashKind.Sha256, [(byte)i]))];
        Digest[] roots = [.. Enumerable.Range(0, 34).Select(size => MerkleTree.Root(HashKind.Sha256, leaves.AsSpan(0, size)))];
        for (var newSize = 1; newSize <= 33; newSize++)
        {
            for (var oldSize = 1; oldSize <= newSize; oldSize++)
            {
                var path = MerkleConsistency.Path(HashKind.Sha256, leaves.AsSpan(0, newSize), oldSize);
                for (var claimed = 0; claimed <= newSize; claimed++)
                {
                    Assert.Equal(claimed == oldSize, Verify(claimed, newSize, path, roots[oldSize], roots[newSize]));
                }

                Assert.False(oldSize != newSize && Verify(oldSize, newSize, path, roots[oldSize], roots[newSize - 1]));
                Assert.False(Verify(oldSize, newSize, [.. path, default], roots[oldSize], roots[newSize]));
                Assert.False(path.Length > 0 && Verify(oldSize, newSize, path[1..], roots[oldSize], roots[newSize]));
            }
        }
    }

    // 98 proofs of transparency-dev/merkle, most of them bad on purpose. A step that is not 32 bytes long is bad; a root that is
    // not (some say "don't care") is only compared.
    [Fact]
    public void Verify_PublishedProofs_AgreesWithEachVerdict()
    {
        var files = Directory.GetFiles(SharedData.PathTo("data", "merkle", "consistency"), "*.json", SearchOption.AllDirectories);
        Assert.Equal(98, files.Length);
        foreach (var file in files)
        {
            using var proof = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.True(Accepts(proof.RootElement) != proof.RootElement.GetProperty("wantErr").GetBoolean(), file);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Path_NoSuchEarlierTree_Throws(int oldSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleConsistency.Path(HashKind.Sha256, new Digest[3], oldSize));

    private static bool Accepts(JsonElement proof)
    {
        if (!proof.GetProperty("size1").TryGetInt64(out var oldSize) || !proof.GetProperty("size2").TryGetInt64(out var newSize))
        {
            return false;
        }

        var steps = proof.GetProperty("proof");
        byte[][] path = steps.ValueKind == JsonValueKind.Null
            ? [] : [.. steps.EnumerateArray().Select(step => step.GetBytesFromBase64())];
        return path.All(bytes => bytes.Length == Digest.Size) && Verify(
            oldSize, newSize, [.. path.Select(step => Digest.FromBytes(step))], Root(proof, "root1"), Root(proof, "root2"));
    }

    private static Digest Root(JsonElement proof, string name)
    {
        var bytes = proof.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetBytesFromBase64() : [];
        return bytes.Length == Digest.Size ? Digest.FromBytes(bytes) : Hash.Of(HashKind.Sha256, bytes);
    }

    private static bool Verify(long oldSize, long newSize, Digest[] path, Digest oldRoot, Digest newRoot) =>
        MerkleConsistency.Verify(HashKind.Sha256, oldSize, newSize, path, oldRoot, newRoot);
}
