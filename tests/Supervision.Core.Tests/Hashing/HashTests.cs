using System.Text;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class HashTests
{
    // GB/T 32905-2016, A.1 and A.2; the empty string is well known; 55, 56 and 64 bytes stand at the padding's edges.
    [Theory]
    [InlineData("abc", 1, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcd", 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    [InlineData("", 1, "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")]
    public void Of_Sm3_MatchesTheStandard(string text, int times, string expected)
    {
        var data = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times)));
        Assert.Equal(expected, Hash.Of(HashKind.Sm3, data).ToString());
    }

    [Fact]
    public void Of_Sha256_MatchesTheStandard() =>
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            Hash.Of(HashKind.Sha256, "abc"u8).ToString());

    [Fact]
    public void Of_UnknownFunction_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hash.Of(default, []));
}
