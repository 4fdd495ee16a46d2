using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class MessageBatchTests
{
    private static byte[] Message(int length) => [.. Enumerable.Range(0, length).Select(i => unchecked((byte)((31 * length) + (7 * i))))];

    private static List<Digest> HashAll(HashKind kind, bool lanes, IEnumerable<byte[]> messages)
    {
        var batch = new MessageBatch(kind, lanes);
        var digests = new List<Digest>();
        var taken = new Digest[Lanes.Count];
        foreach (var message in messages)
        {
            message.CopyTo(batch.Next(message.Length));
            if (batch.IsFull)
            {
                digests.AddRange(taken.AsSpan(0, batch.Take(taken)));
            }
        }

        digests.AddRange(taken.AsSpan(0, batch.Take(taken)));
        return digests;
    }

    // Every length up to 200 and around each later block, so each place that padding can take; neighbours differ in length.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Take_Sha256OfEveryLength_IsTheBaseLibrarys(bool lanes)
    {
        var messages = Enumerable.Range(0, 201).Concat([247, 248, 255, 256, 311, 312, 343, 448, 502, MessageBatch.Longest])
            .Select(Message).ToArray();
        Assert.Equal(
            messages.Select(message => Digest.FromBytes(SHA256.HashData(message))),
            HashAll(HashKind.Sha256, lanes, messages));
    }

    // SHA-256 over the SM3 digests of lengths 0 to 200 as OpenSSL 3.0.19 makes them: openssl dgst -sm3 -binary.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Take_Sm3OfEveryLength_IsOpenSsls(bool lanes)
    {
        var digests = HashAll(HashKind.Sm3, lanes, Enumerable.Range(0, 201).Select(Message));
        byte[] joined = [.. digests.SelectMany(digest => digest.ToArray())];
        Assert.Equal(
            "c689be126921a35ef23b5babc855a0f17bc6170eece992dc8f191db09d5b2729",
            Convert.ToHexStringLower(SHA256.HashData(joined)));
    }

    // GB/T 32905-2016, A.1 and A.2, side by side with other messages.
    [Fact]
    public void Take_Sm3_MatchesTheStandard()
    {
        byte[][] messages = [[1], "abc"u8.ToArray(), [.. Enumerable.Repeat("abcd"u8.ToArray(), 16).SelectMany(four => four)], []];
        Assert.Equal(
            [
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
            ],
            HashAll(HashKind.Sm3, lanes: true, messages)[1..3].Select(digest => digest.ToString()));
    }

    // Goal: what a message hashes to depends on nothing beside it. Method: random messages in random company.
    [Fact]
    public void Take_AnyMessages_AreHashedAsIfAlone() =>
        Prop.ForAll(
            Gen.Choose(0, MessageBatch.Longest).Select(Message).ListOf().ToArbitrary(),
            Gen.Elements(HashKind.Sha256, HashKind.Sm3).ToArbitrary(),
            (messages, kind) => Assert.Equal(messages.Select(m => Hash.Of(kind, m)), HashAll(kind, lanes: true, messages)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Next_TooLong_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            new MessageBatch(HashKind.Sha256).Next(MessageBatch.Longest + 1);
        });
}
