using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>
/// Verifiable draws that were published before ours: their inputs, read and hashed by our code, give their results. Whoever checked those
/// can check ours with the same tools.
/// </summary>
public sealed class EarlierDrawsTests
{
    // RFC 3797, section 6: the committee of 11 from a pool of 25; the lottery's numbers as our beacon reads them.
    [Fact]
    public void Rfc3797_ItsExample_SelectsItsCommittee()
    {
        var round = new BeaconRound("lottery MegaMillions", "2001", 1);
        Assert.True(BeaconSources.For(round).Read(round, "9.18.26.34.41.45\n"u8.ToArray()).TryGet(out var lottery, out _));
        byte[] seed = [.. "9319./2.5.8.10.12./"u8, .. lottery.Bytes, .. "./"u8];
        var pool = Enumerable.Range(1, 25).ToList();
        var selected = new List<int>();
        for (ushort i = 0; i < 11; i++)
        {
            var count = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(count, i);
#pragma warning disable CA5351 // The RFC's own hash; nothing of ours uses it.
            var hash = MD5.HashData([.. count, .. seed, .. count]);
#pragma warning restore CA5351
            var at = (int)(new BigInteger(hash, isUnsigned: true, isBigEndian: true) % pool.Count);
            selected.Add(pool[at]);
            pool.RemoveAt(at);
        }

        Assert.Equal([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22], selected);
    }

    // Stark's cryptorandom: SHA-256 of "seed,counter" with the counter from 1.
    [Theory]
    [InlineData(1, "4da594a8ab60")]
    [InlineData(2, "ae230ec16bee")]
    public void Cryptorandom_ItsSeed_GivesItsHashes(int counter, string start) => Assert.StartsWith(
        start, Hash.Of(HashKind.Sha256, Encoding.ASCII.GetBytes($"12345678901234567890,{counter}")).ToString(), StringComparison.Ordinal);
}
