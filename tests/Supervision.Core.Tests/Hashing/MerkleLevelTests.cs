using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class MerkleLevelTests
{
    // Every number of nodes around two groups of sixteen lanes, in place and not, against one node hash after the other.
    [Theory]
    [InlineData(HashKind.Sha256)]
    [InlineData(HashKind.Sm3)]
    public void Parents_AnyLevel_AreTheNodeHashes(HashKind kind)
    {
        for (var size = 1; size <= 67; size++)
        {
            Digest[] level = [.. Enumerable.Range(0, size).Select(i => Hash.Of(HashKind.Sha256, [(byte)size, (byte)i]))];
            Digest[] expected = [.. level.Chunk(2).Select(pair => pair is [var left, var right]
                ? Hash.Of(kind, [1, .. left.ToArray(), .. right.ToArray()])
                : pair[0])];
            foreach (var lanes in new[] { true, false })
            {
                var parents = new Digest[expected.Length];
                MerkleLevel.Parents(kind, level, parents, lanes);
                Assert.Equal(expected, parents);
                var inPlace = level.ToArray();
                MerkleLevel.Parents(kind, inPlace, inPlace.AsSpan(0, expected.Length), lanes);
                Assert.Equal(expected, inPlace[..expected.Length]);
            }
        }
    }
}
