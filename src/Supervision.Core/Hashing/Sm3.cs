using System.Buffers.Binary;
using System.Numerics;

namespace Supervision.Hashing;

/// <summary>SM3 after GB/T 32905-2016, scalar and managed: the base library has none.</summary>
internal static class Sm3
{
    private const int BlockSize = 64;

    /// <summary>Writes the 32-byte digest of <paramref name="data"/> to <paramref name="destination"/>.</summary>
    public static void HashData(ReadOnlySpan<byte> data, Span<byte> destination)
    {
        Span<uint> state =
        [
            0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
        ];
        var rest = data;
        for (; rest.Length >= BlockSize; rest = rest[BlockSize..])
        {
            Compress(state, rest);
        }

        // Padding: one bit, zeros, the length in bits as u64; a second block when the length does not fit any more.
        Span<byte> tail = stackalloc byte[2 * BlockSize];
        tail.Clear();
        rest.CopyTo(tail);
        tail[rest.Length] = 0x80;
        var length = rest.Length < BlockSize - 8 ? BlockSize : 2 * BlockSize;
        BinaryPrimitives.WriteUInt64BigEndian(tail[(length - 8)..], 8UL * (ulong)data.Length);
        for (var at = 0; at < length; at += BlockSize)
        {
            Compress(state, tail[at..]);
        }

        for (var i = 0; i < 8; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(destination[(4 * i)..], state[i]);
        }
    }

    // Additions are modulo 2^32 by definition, hence unchecked.
    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        unchecked
        {
            Span<uint> w = stackalloc uint[68];
            for (var i = 0; i < 16; i++)
            {
                w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
            }

            for (var i = 16; i < 68; i++)
            {
                w[i] = P1(w[i - 16] ^ w[i - 9] ^ R(w[i - 3], 15)) ^ R(w[i - 13], 7) ^ w[i - 6];
            }

            var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
            var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
            for (var i = 0; i < 64; i++)
            {
                var early = i < 16;
                var ss1 = R(R(a, 12) + e + R(early ? 0x79cc4519u : 0x7a879d8au, i), 7);
                var ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
                var gg = early ? e ^ f ^ g : (e & f) | (~e & g);
                var tt1 = ff + d + (ss1 ^ R(a, 12)) + (w[i] ^ w[i + 4]);
                var tt2 = gg + h + ss1 + w[i];
                (d, c, b, a) = (c, R(b, 9), a, tt1);
                (h, g, f, e) = (g, R(f, 19), e, tt2 ^ R(tt2, 9) ^ R(tt2, 17));
            }

            state[0] ^= a;
            state[1] ^= b;
            state[2] ^= c;
            state[3] ^= d;
            state[4] ^= e;
            state[5] ^= f;
            state[6] ^= g;
            state[7] ^= h;
        }
    }

    private static uint R(uint value, int by) => BitOperations.RotateLeft(value, by);

    private static uint P1(uint value) => value ^ R(value, 15) ^ R(value, 23);
}
