using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class FrameTests
{
    [Theory]
    [InlineData("", "H", 1, 0, "SUP4001")]
    [InlineData("A B", "H", 1, 0, "SUP4001")]
    [InlineData("企业", "H", 1, 0, "SUP4001")]
    [InlineData("A", "", 1, 0, "SUP4004")]
    [InlineData("A", "H ", 1, 0, "SUP4004")]
    [InlineData("A", "H\u0001x", 1, 0, "SUP4004")]
    [InlineData("A", "e\u0301", 1, 0, "SUP4003")]
    [InlineData("A", "Ｈ|x", 1, 0, "SUP4005")]
    [InlineData("A", "H|x", 0x80000000, 0, "SUP4006")]
    [InlineData("A", "H|x", 0, 0, "SUP4007")]
    [InlineData("A", "H|x", 0, 1, null)]
    public void Add_RecordAgainstTheRules_IsRefusedWithCodeAndId(string id, string cell, uint weight, byte status, string? code)
    {
        var builder = new FrameBuilder().Add(new FrameRecord("Z", "H|x", 1, 0));
        var record = new FrameRecord(id, cell, weight, status);
        if (code is null)
        {
            Assert.Equal(2, builder.Add(record).Count);
            return;
        }

        var fault = Assert.Throws<ArgumentException>(() => builder.Add(record));
        Assert.StartsWith(code, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"'{id}'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, builder.Count);
    }

    [Fact]
    public void Add_TooLongOrBrokenText_IsRefused()
    {
        var builder = new FrameBuilder();
        Assert.Equal("SUP4001", builder.TryAdd(new FrameRecord(new string('A', 65), "H", 1, 0))?.Code);
        Assert.Equal("SUP4004", builder.TryAdd(new FrameRecord("A", new string('业', 86), 1, 0))?.Code);
        Assert.Equal("SUP4004", builder.TryAdd(new FrameRecord("A", "half a pair \uD840", 1, 0))?.Code);
        Assert.Null(builder.TryAdd(new FrameRecord(new string('A', 64), new string('业', 85), 1, 0)));
    }

    [Theory]
    [InlineData("AB", "AB")]
    [InlineData("ab", "AB")]
    [InlineData("a1", "A1")]
    public void Build_IdsEqualAfterUpperCasing_IsRefused(string one, string two)
    {
        var builder = new FrameBuilder()
            .Add(new FrameRecord(one, "H", 1, 0)).Add(new FrameRecord("ZZ", "H", 1, 0)).Add(new FrameRecord(two, "H", 1, 0));
        Assert.StartsWith("SUP4002", Assert.Throws<ArgumentException>(builder.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_RecordsInAnyOrder_GivesThemBackByIdBytes()
    {
        var frame = Vector.Build(Samples.Records.Reverse());
        Assert.Equal(Samples.Records, frame.Records);
        Assert.Equal(frame.Root(HashKind.Sm3), Vector.Build(Samples.Records).Root(HashKind.Sm3));
        Assert.All(Samples.Records, record => Assert.Equal(record, frame.RecordAt(frame.IndexOf(record.Id))));
        Assert.Equal(-1, frame.IndexOf("nobody"));
        Assert.Equal(-1, frame.IndexOf("没有"));
        Assert.Equal(60, frame.Counts().Sum(count => count.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.RecordAt(60));
    }

    [Fact]
    public void Build_CellsAboveTheBasicPlane_SortByTheirBytes()
    {
        // U+FF5E sorts before U+20000 by bytes, but after its surrogates in UTF-16.
        var frame = Vector.Build([new("A", "\U00020000", 1, 0), new("B", "～", 1, 0)]);
        Assert.Equal(["～", "\U00020000"], frame.Cells);
    }

    [Fact]
    public void Root_EmptyFrame_IsTheHashOfNoBytes() =>
        Assert.Equal(Hash.Of(HashKind.Sha256, []), new FrameBuilder().Build().Root(HashKind.Sha256));
}
