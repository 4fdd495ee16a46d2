using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class KeyedHashTests
{
    private static readonly Digest s_key = Hash.Of(HashKind.Sha256, "key"u8);

    public static TheoryData<HashKind, bool> Forms => new()
    {
        { HashKind.Sha256, true }, { HashKind.Sha256, false }, { HashKind.Sm3, true }, { HashKind.Sm3, false },
    };

    private static Digest Alone(HashKind kind, Digest key, byte[] message) => kind == HashKind.Sha256
        ? Digest.FromBytes(SHA256.HashData([.. key.ToArray(), .. message]))
        : Hash.Of(kind, [.. key.ToArray(), .. message]);

    private static (byte[] Bytes, int[] Starts) Joined(IEnumerable<byte[]> messages)
    {
        var (bytes, starts) = (new List<byte>(), new List<int> { 0 });
        foreach (var message in messages)
        {
            bytes.AddRange(message);
            starts.Add(bytes.Count);
        }

        return ([.. bytes], [.. starts]);
    }

    // Each length that an id can have, 24 and more in two blocks, in groups of 1 to 17: every remainder of eight and of sixteen lanes.
    [Theory]
    [MemberData(nameof(Forms))]
    public void Top64AndDigests_EveryLengthAndRemainder_AreThoseOfOneMessage(HashKind kind, bool lanes)
    {
        var hash = new KeyedHash(kind, s_key, lanes);
        for (var length = 0; length <= 64; length++)
        {
            for (var count = 1; count <= 17; count++)
            {
                byte[][] messages = [.. Enumerable.Range(0, count)
                    .Select(i => Enumerable.Repeat((byte)(i + length + '!'), length).ToArray())];
                var (bytes, starts) = Joined(messages);
                int[] which = [.. Enumerable.Range(0, count)];
                var (tops, digests) = (new ulong[count], new Digest[count]);
                hash.Top64(bytes, starts, which, tops);
                hash.Digests(bytes, starts, which, digests);
                var expected = messages.Select(message => Alone(kind, s_key, message)).ToArray();
                Assert.Equal(expected, digests);
                Assert.Equal(expected.Select(digest => digest.Top64), tops);
            }
        }
    }

    // Goal: only the key and the message count, not neighbours, order, or what was hashed before.
    [Fact]
    public void Top64_AnyChoiceInAnyOrderUnderAnyKey_IsThatOfOneMessage() =>
        Prop.ForAll(
            Gen.Choose('!', '~').Select(letter => (byte)letter).ArrayOf().Where(id => id.Length <= 64).ListOf().ToArbitrary(),
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            Gen.Elements(HashKind.Sha256, HashKind.Sm3).ToArbitrary(),
            (messages, salt, kind) =>
            {
                var key = Hash.Of(kind, BitConverter.GetBytes(salt));
                var (bytes, starts) = Joined(messages);
                int[] which = [.. Enumerable.Range(0, messages.Count).Where(i => (salt >> (i % 31) & 1) == 0).Reverse()];
                var hash = new KeyedHash(kind, s_key) { Key = key };
                var tops = new ulong[which.Length];
                hash.Top64(bytes, starts, which, tops);
                Assert.Equal(which.Select(i => Alone(kind, key, messages[i]).Top64), tops);
                Assert.All(messages, message => Assert.Equal(Alone(kind, key, message), hash.Of(message)));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Create_UnknownFunction_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyedHash(default, s_key));
}
