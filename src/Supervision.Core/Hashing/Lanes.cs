using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Supervision.Hashing;

/// <summary>
/// Eight or sixteen messages side by side: lane i of a vector holds the same word of message i. A hash takes as many instructions
/// for all of them as for one, and the base library's call for one costs more than all together.
/// </summary>
/// <remarks>State and block are words one behind the other: word w of lane l stands at <see cref="Count"/> w + l.</remarks>
internal static class Lanes
{
    /// <summary>The most messages that any processor hashes at once: for buffers on the stack.</summary>
    public const int MaxCount = 16;

    /// <summary>Bytes in a block of SHA-256 and of SM3.</summary>
    public const int BlockSize = 64;

    /// <summary>Words in a block.</summary>
    public const int BlockWords = 16;

    /// <summary>Words in the state.</summary>
    public const int StateWords = 8;

    /// <summary>Messages hashed at once: sixteen where vectors of 512 bits are quick, else eight. A constant once compiled.</summary>
    public static int Count => Vector512.IsHardwareAccelerated ? 16 : 8;

    /// <summary>
    /// Whether lanes are quicker than one message after the other. Vectors of 128 bits are enough: a lane operation is then
    /// two instructions, which still beats the base library by far. Without any vectors it does not.
    /// </summary>
    public static bool AreFast => Vector128.IsHardwareAccelerated;

    /// <summary>Writes a word to all lanes.</summary>
    public static void Broadcast(uint word, Span<uint> words, int number) => words.Slice(Count * number, Count).Fill(word);

    /// <summary>Writes the words of a key to all lanes.</summary>
    public static void Broadcast(Digest key, Span<uint> words)
    {
        Span<byte> bytes = stackalloc byte[Digest.Size];
        key.CopyTo(bytes);
        for (var i = 0; i < StateWords; i++)
        {
            Broadcast(BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * i)..]), words, i);
        }
    }

    /// <summary>The first 8 bytes of each digest as integers.</summary>
    public static void Top64(ReadOnlySpan<uint> state, Span<ulong> top)
    {
        for (var lane = 0; lane < Count; lane += Vector256<uint>.Count)
        {
            var (high, higher) = Vector256.Widen(Vector256.Create(state[lane..]));
            var (low, lower) = Vector256.Widen(Vector256.Create(state[(Count + lane)..]));
            ((high << 32) | low).CopyTo(top[lane..]);
            ((higher << 32) | lower).CopyTo(top[(lane + 4)..]);
        }
    }

    /// <summary>The digests of the first lanes, as many as fit.</summary>
    public static void Digests(ReadOnlySpan<uint> state, Span<Digest> digests)
    {
        var words = state[..(StateWords * Count)];
        for (var lane = 0; lane < digests.Length; lane++)
        {
            digests[lane] = Digest.FromWords(
                Pair(words, lane), Pair(words, (2 * Count) + lane), Pair(words, (4 * Count) + lane), Pair(words, (6 * Count) + lane));
        }
    }

    /// <summary>Runs the function over one block of every lane.</summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="state">The state before, then after the block.</param>
    /// <param name="block">The block's words; used up.</param>
    public static void Compress(HashKind kind, Span<uint> state, Span<uint> block)
    {
        Span<uint> before = stackalloc uint[StateWords * MaxCount];
        before = before[..(StateWords * Count)];
        state.CopyTo(before);
        Rounds(kind, state, block, 0);
        FeedForward(kind, state, before);
    }

    /// <summary>Does the rounds from one number up to the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rounds(HashKind kind, Span<uint> working, Span<uint> block, int from) =>
        Rounds(kind, working, block, from, kind == HashKind.Sm3 ? Sm3Lanes.RoundCount : Sha256Lanes.RoundCount);

    /// <summary>Does the rounds from one number up to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rounds(HashKind kind, Span<uint> working, Span<uint> block, int from, int to)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var state = MemoryMarshal.Cast<uint, Vector512<uint>>(working);
            var words = MemoryMarshal.Cast<uint, Vector512<uint>>(block);
            if (kind == HashKind.Sm3)
            {
                Sm3WideLanes.Rounds(state, words, from, to);
            }
            else
            {
                Sha256WideLanes.Rounds(state, words, from, to);
            }
        }
        else
        {
            var state = MemoryMarshal.Cast<uint, Vector256<uint>>(working);
            var words = MemoryMarshal.Cast<uint, Vector256<uint>>(block);
            if (kind == HashKind.Sm3)
            {
                Sm3Lanes.Rounds(state, words, from, to);
            }
            else
            {
                Sha256Lanes.Rounds(state, words, from, to);
            }
        }
    }

    /// <summary>Joins the state before a block with the working state after it.</summary>
    public static void FeedForward(HashKind kind, Span<uint> working, ReadOnlySpan<uint> before)
    {
        var after = MemoryMarshal.Cast<uint, Vector256<uint>>(working);
        var start = MemoryMarshal.Cast<uint, Vector256<uint>>(before);
        for (var i = 0; i < start.Length; i++)
        {
            after[i] = kind == HashKind.Sm3 ? after[i] ^ start[i] : after[i] + start[i];
        }
    }

    /// <summary>The state before the first block, the same in all lanes.</summary>
    public static void Start(HashKind kind, Span<uint> state)
    {
        var words = kind switch
        {
            HashKind.Sha256 => Sha256Lanes.Start,
            HashKind.Sm3 => Sm3Lanes.Start,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown hash function."),
        };
        for (var i = 0; i < StateWords; i++)
        {
            Broadcast(words[i], state, i);
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
    private static ulong Pair(ReadOnlySpan<uint> words, int at) => ((ulong)words[at] << 32) | words[at + Count];
}
