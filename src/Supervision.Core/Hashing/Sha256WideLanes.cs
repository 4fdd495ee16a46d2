using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Supervision.Hashing;

/// <summary>
/// The rounds of SHA-256 (FIPS 180-4) in sixteen lanes: the text of <see cref="Sha256Lanes"/> with longer vectors. One text for both,
/// generic over a structure that holds a vector, keeps eight lanes in memory and takes half as long again.
/// </summary>
internal static class Sha256WideLanes
{
    /// <summary>Does the rounds from one number up to another on a working state.</summary>
    /// <param name="working">The eight working variables a to h.</param>
    /// <param name="w">The 16 words of the block: a ring, overwritten by the words of later rounds.</param>
    /// <param name="from">0, or the rounds done already, at most 16.</param>
    /// <param name="to">One more than the last round: at most 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rounds(Span<Vector512<uint>> working, Span<Vector512<uint>> w, int from, int to)
    {
        var (a, b, c, d) = (working[0], working[1], working[2], working[3]);
        var (e, f, g, h) = (working[4], working[5], working[6], working[7]);
        var i = from;
        for (; i < Math.Min(to, Lanes.BlockWords); i++)
        {
            var t1 = h + Sum1(e) + Choose(e, f, g) + w[i] + Vector512.Create(Sha256Lanes.K[i]);
            var t2 = Sum0(a) + Majority(a, b, c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        for (; i < to; i++)
        {
            var next = w[i & 15] + Sigma1(w[(i - 2) & 15]) + w[(i - 7) & 15] + Sigma0(w[(i - 15) & 15]);
            w[i & 15] = next;
            var t1 = h + Sum1(e) + Choose(e, f, g) + next + Vector512.Create(Sha256Lanes.K[i]);
            var t2 = Sum0(a) + Majority(a, b, c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        (working[0], working[1], working[2], working[3]) = (a, b, c, d);
        (working[4], working[5], working[6], working[7]) = (e, f, g, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Choose(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => z ^ (x & (y ^ z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Majority(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => (x & y) | (z & (x | y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Sum0(Vector512<uint> x) => Right(x, 2) ^ Right(x, 13) ^ Right(x, 22);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Sum1(Vector512<uint> x) => Right(x, 6) ^ Right(x, 11) ^ Right(x, 25);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Sigma0(Vector512<uint> x) => Right(x, 7) ^ Right(x, 18) ^ (x >>> 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Sigma1(Vector512<uint> x) => Right(x, 17) ^ Right(x, 19) ^ (x >>> 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Right(Vector512<uint> x, [ConstantExpected] byte by) =>
        Avx512F.IsSupported ? Avx512F.RotateRight(x, by) : (x >>> by) | (x << (32 - by));
}
