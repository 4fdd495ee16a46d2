using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Supervision.Hashing;

/// <summary>
/// Eight messages side by side: lane i of a vector holds the same word of message i. A hash takes as many instructions
/// for eight as for one, and the base library's call for one costs more than all eight.
/// </summary>
internal static class Lanes
{
    /// <summary>Messages hashed at once.</summary>
    public const int Count = 8;

    /// <summary>Bytes in a block of SHA-256 and of SM3.</summary>
    public const int BlockSize = 64;

    /// <summary>Words in a block.</summary>
    public const int BlockWords = 16;

    /// <summary>Words in the state.</summary>
    public const int StateWords = 8;

    /// <summary>
    /// Whether lanes are quicker than one message after the other. Vectors of 128 bits are enough: a lane operation is then
    /// two instructions, which still beats the base library by far. Without any vectors it does not.
    /// </summary>
    public static bool AreFast => Vector128.IsHardwareAccelerated;

    /// <summary>The lanes of vectors as single words: word w of lane l stands at 8 w + l.</summary>
    public static Span<uint> Words(Span<Vector256<uint>> vectors) => MemoryMarshal.Cast<Vector256<uint>, uint>(vectors);

    /// <summary>Writes the first words of a key to all lanes.</summary>
    public static void Broadcast(Digest key, Span<Vector256<uint>> words)
    {
        Span<byte> bytes = stackalloc byte[Digest.Size];
        key.CopyTo(bytes);
        for (var i = 0; i < StateWords; i++)
        {
            words[i] = Vector256.Create(BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * i)..]));
        }
    }

    /// <summary>The first 8 bytes of each digest as integers.</summary>
    public static void Top64(ReadOnlySpan<Vector256<uint>> state, Span<ulong> top)
    {
        var (high, higher) = Vector256.Widen(state[0]);
        var (low, lower) = Vector256.Widen(state[1]);
        ((high << 32) | low).CopyTo(top);
        ((higher << 32) | lower).CopyTo(top[4..]);
    }

    /// <summary>The digests of the first lanes, as many as fit.</summary>
    public static void Digests(Span<Vector256<uint>> state, Span<Digest> digests)
    {
        var words = Words(state)[..(StateWords * Count)];
        for (var lane = 0; lane < digests.Length; lane++)
        {
            digests[lane] = Digest.FromWords(
                Pair(words[lane], words[8 + lane]),
                Pair(words[16 + lane], words[24 + lane]),
                Pair(words[32 + lane], words[40 + lane]),
                Pair(words[48 + lane], words[56 + lane]));
        }
    }

    /// <summary>Runs the function over one block of every lane.</summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="state">The state before, then after the block.</param>
    /// <param name="block">The block's words; used up.</param>
    public static void Compress(HashKind kind, Span<Vector256<uint>> state, Span<Vector256<uint>> block)
    {
        Span<Vector256<uint>> working = stackalloc Vector256<uint>[StateWords];
        state.CopyTo(working);
        if (kind == HashKind.Sm3)
        {
            Sm3Lanes.Rounds(working, block, 0, Sm3Lanes.RoundCount);
            for (var i = 0; i < StateWords; i++)
            {
                state[i] ^= working[i];
            }
        }
        else
        {
            Sha256Lanes.Rounds(working, block, 0, Sha256Lanes.RoundCount);
            for (var i = 0; i < StateWords; i++)
            {
                state[i] += working[i];
            }
        }
    }

    /// <summary>The state before the first block, the same in all lanes.</summary>
    public static void Start(HashKind kind, Span<Vector256<uint>> state)
    {
        var words = kind switch
        {
            HashKind.Sha256 => Sha256Lanes.Start,
            HashKind.Sm3 => Sm3Lanes.Start,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown hash function."),
        };
        for (var i = 0; i < StateWords; i++)
        {
            state[i] = Vector256.Create(words[i]);
        }
    }

    /// <summary>Turns every word to the left by 1 to 31 bits: one instruction where the processor has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateLeft(Vector256<uint> x, [ConstantExpected] byte by) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(x, by) : (x << by) | (x >>> (32 - by));

    /// <summary>As <see cref="RotateLeft"/>, to the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateRight(Vector256<uint> x, [ConstantExpected] byte by) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, by) : (x >>> by) | (x << (32 - by));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pair(uint high, uint low) => ((ulong)high << 32) | low;
}
