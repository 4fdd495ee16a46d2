using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Supervision.Hashing;

/// <summary>
/// The rounds of SM3 (GB/T 32905-2016) in sixteen lanes: the text of <see cref="Sm3Lanes"/> with longer vectors. One text for both,
/// generic over a structure that holds a vector, keeps eight lanes in memory and takes half as long again.
/// </summary>
internal static class Sm3WideLanes
{
    /// <summary>Does the rounds from one number up to another on a working state.</summary>
    /// <param name="working">The eight working variables a to h.</param>
    /// <param name="w">The 16 words of the block: a ring, overwritten by the words of later rounds.</param>
    /// <param name="from">0, or the rounds done already, at most 12.</param>
    /// <param name="to">One more than the last round: at most 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rounds(Span<Vector512<uint>> working, Span<Vector512<uint>> w, int from, int to)
    {
        var (a, b, c, d) = (working[0], working[1], working[2], working[3]);
        var (e, f, g, h) = (working[4], working[5], working[6], working[7]);
        var i = from;
        for (; i < Math.Min(to, 12); i++)
        {
            var (early, ss1) = Mix(a, e, 0x79cc4519, i);
            var tt1 = (a ^ b ^ c) + d + (ss1 ^ early) + (w[i] ^ w[i + 4]);
            var tt2 = (e ^ f ^ g) + h + ss1 + w[i];
            (d, c, b, a) = (c, Left(b, 9), a, tt1);
            (h, g, f, e) = (g, Left(f, 19), e, P0(tt2));
        }

        for (; i < Math.Min(to, 16); i++)
        {
            var (early, ss1) = Mix(a, e, 0x79cc4519, i);
            var tt1 = (a ^ b ^ c) + d + (ss1 ^ early) + (w[i] ^ Next(w, i + 4));
            var tt2 = (e ^ f ^ g) + h + ss1 + w[i];
            (d, c, b, a) = (c, Left(b, 9), a, tt1);
            (h, g, f, e) = (g, Left(f, 19), e, P0(tt2));
        }

        for (; i < to; i++)
        {
            var (early, ss1) = Mix(a, e, 0x7a879d8a, i);
            var word = w[i & 15];
            var tt1 = ((a & b) | (c & (a | b))) + d + (ss1 ^ early) + (word ^ Next(w, i + 4));
            var tt2 = (g ^ (e & (f ^ g))) + h + ss1 + word;
            (d, c, b, a) = (c, Left(b, 9), a, tt1);
            (h, g, f, e) = (g, Left(f, 19), e, P0(tt2));
        }

        (working[0], working[1], working[2], working[3]) = (a, b, c, d);
        (working[4], working[5], working[6], working[7]) = (e, f, g, h);
    }

    // a turned by 12, and SS1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<uint> A12, Vector512<uint> Ss1) Mix(Vector512<uint> a, Vector512<uint> e, uint t, int round)
    {
        var a12 = Left(a, 12);
        return (a12, Left(a12 + e + Vector512.Create(BitOperations.RotateLeft(t, round)), 7));
    }

    // Word i of the expanded message, put into the place of word i - 16.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Next(Span<Vector512<uint>> w, int i)
    {
        var x = w[i & 15] ^ w[(i - 9) & 15] ^ Left(w[(i - 3) & 15], 15);
        var next = x ^ Left(x, 15) ^ Left(x, 23) ^ Left(w[(i - 13) & 15], 7) ^ w[(i - 6) & 15];
        w[i & 15] = next;
        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> P0(Vector512<uint> x) => x ^ Left(x, 9) ^ Left(x, 17);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Left(Vector512<uint> x, [ConstantExpected] byte by) =>
        Avx512F.IsSupported ? Avx512F.RotateLeft(x, by) : (x << by) | (x >>> (32 - by));
}
