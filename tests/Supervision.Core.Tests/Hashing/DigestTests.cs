using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class DigestTests
{
    [Fact]
    public void Parse_TextOfADigest_GivesTheSameDigest()
    {
        var digest = Hash.Of(HashKind.Sha256, "x"u8);
        Assert.Equal(digest, Digest.Parse(digest.ToString()));
        Assert.Equal(digest, Digest.Parse(digest.ToString().ToUpperInvariant()));
        Assert.Equal(digest, Digest.FromBytes(digest.ToArray()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000000")]
    public void TryParse_OtherText_IsFalse(string? text) => Assert.False(Digest.TryParse(text, out _));

    // Goal: order is that of unsigned bytes. Method: one bit at each position against zero and against its text.
    [Fact]
    public void CompareTo_AnyTwo_OrdersAsTheirHexadecimalText()
    {
        var digests = Enumerable.Range(0, 256).Select(bit =>
        {
            var bytes = new byte[32];
            bytes[bit / 8] = (byte)(1 << (bit % 8));
            return Digest.FromBytes(bytes);
        }).ToArray();
        Assert.Equal(
            digests.OrderBy(digest => digest.ToString(), StringComparer.Ordinal),
            digests.OrderBy(digest => digest));
        Assert.Equal(0x80UL << 56, digests[7].Top64);
    }
}
