using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supervision.Hashing;

/// <summary>The rounds of SHA-256 (FIPS 180-4) in eight lanes.</summary>
internal static class Sha256Lanes
{
    public const int RoundCount = 64;

    /// <summary>Rounds that see only the first 8 words of a block: done once where those are a key.</summary>
    public const int KeyRounds = 8;

    public static ReadOnlySpan<uint> Start =>
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    /// <summary>The constants of the rounds.</summary>
    public static ReadOnlySpan<uint> K =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Does the rounds from one number up to another on a working state.</summary>
    /// <param name="working">The eight working variables a to h.</param>
    /// <param name="w">The 16 words of the block: a ring, overwritten by the words of later rounds.</param>
    /// <param name="from">0, or the rounds done already, at most 16.</param>
    /// <param name="to">One more than the last round: at most 64.</param>
    // A loop of single rounds with locals measured quicker than any unrolled form, and needs no unsafe code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rounds(Span<Vector256<uint>> working, Span<Vector256<uint>> w, int from, int to)
    {
        var (a, b, c, d) = (working[0], working[1], working[2], working[3]);
        var (e, f, g, h) = (working[4], working[5], working[6], working[7]);
        var i = from;
        for (; i < Math.Min(to, Lanes.BlockWords); i++)
        {
            var t1 = h + Sum1(e) + Choose(e, f, g) + w[i] + Vector256.Create(K[i]);
            var t2 = Sum0(a) + Majority(a, b, c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        for (; i < to; i++)
        {
            var next = w[i & 15] + Sigma1(w[(i - 2) & 15]) + w[(i - 7) & 15] + Sigma0(w[(i - 15) & 15]);
            w[i & 15] = next;
            var t1 = h + Sum1(e) + Choose(e, f, g) + next + Vector256.Create(K[i]);
            var t2 = Sum0(a) + Majority(a, b, c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        (working[0], working[1], working[2], working[3]) = (a, b, c, d);
        (working[4], working[5], working[6], working[7]) = (e, f, g, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Choose(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) => z ^ (x & (y ^ z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Majority(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) => (x & y) | (z & (x | y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Sum0(Vector256<uint> x) => Right(x, 2) ^ Right(x, 13) ^ Right(x, 22);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Sum1(Vector256<uint> x) => Right(x, 6) ^ Right(x, 11) ^ Right(x, 25);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Sigma0(Vector256<uint> x) => Right(x, 7) ^ Right(x, 18) ^ (x >>> 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Sigma1(Vector256<uint> x) => Right(x, 17) ^ Right(x, 19) ^ (x >>> 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Right(Vector256<uint> x, [ConstantExpected] byte by) => Lanes.RotateRight(x, by);
}
