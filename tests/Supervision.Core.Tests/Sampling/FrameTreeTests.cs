using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class FrameTreeTests
{
    private static IEnumerable<FrameRecord> Records(int count) => Enumerable.Range(0, count).Select(i => new FrameRecord(
        new string('A', i % 40) + $"{i:D6}", $"{"HML"[i % 3]}|{new string('县', i % 7)}", (uint)(i % 5), (byte)(i % 5 == 0 ? 1 : 0)));

    // Sizes around a run of 4,096 leaves, against the tree that grows leaf by leaf with the base library's hash.
    [Theory]
    [InlineData(0, HashKind.Sha256)]
    [InlineData(1, HashKind.Sha256)]
    [InlineData(4095, HashKind.Sha256)]
    [InlineData(4096, HashKind.Sha256)]
    [InlineData(4097, HashKind.Sha256)]
    [InlineData(9000, HashKind.Sha256)]
    [InlineData(4100, HashKind.Sm3)]
    public void Root_AnySize_IsThatOfTheGrowingTree(int count, HashKind kind)
    {
        var frame = Vector.Build(Records(count));
        var frontier = new MerkleFrontier(kind);
        for (var i = 0; i < count; i++)
        {
            frontier.Append(frame.LeafHash(kind, i));
        }

        Assert.Equal(frontier.Root(), frame.Root(kind));
        foreach (var index in new[] { 0, 1, 2047, 4094, 4095, 4096, 8191, 8192, count - 1 }.Where(i => i >= 0 && i < count))
        {
            var proof = frame.Prove(kind, index);
            Assert.Equal(frame.LeafHash(kind, index), proof.Leaf);
            Assert.True(proof.Verify(kind, frame.Root(kind)));
        }
    }

    // More records than one block holds, backwards: the same frame as forwards, record for record.
    [Fact]
    public void Build_SeveralBlocksInAnyOrder_IsTheSameFrame()
    {
        FrameRecord[] records = [.. Records(FrameBlock.Size + 4000).OrderBy(record => record.Id, StringComparer.Ordinal)];
        var (sorted, reversed) = (Vector.Build(records), Vector.Build(records.Reverse()));
        Assert.True(records.SequenceEqual(reversed.Records));
        Assert.Equal(sorted.Cells, reversed.Cells);
        Assert.Equal(sorted.Root(HashKind.Sha256), reversed.Root(HashKind.Sha256));
        Assert.Equal(FrameBlock.Size + 7, reversed.IndexOf(records[FrameBlock.Size + 7].Id));
    }

    // A frame stays what it was when its builder goes on.
    [Fact]
    public void Build_BuilderGoesOn_TheFrameStays()
    {
        var builder = new FrameBuilder();
        var (frames, roots) = (new List<Frame>(), new List<Digest>());
        foreach (var record in Records(200).OrderBy(record => record.Id, StringComparer.Ordinal))
        {
            builder.Add(record);
            frames.Add(builder.Build());
            roots.Add(frames[^1].Root(HashKind.Sha256));
        }

        Assert.Equal(Enumerable.Range(1, 200), frames.Select(frame => frame.Count));
        Assert.Equal(roots, frames.Select(frame => new FrameTree(frame, HashKind.Sha256).Root));
    }
}
