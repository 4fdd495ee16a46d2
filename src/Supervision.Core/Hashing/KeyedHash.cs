using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Supervision.Hashing;

/// <summary>
/// H(key ‖ message) of many short messages under one 32-byte key, eight or sixteen at a time. What the key alone decides is computed
/// once. Allocates nothing a message. Not thread-safe: one a thread.
/// </summary>
/// <remarks>
/// Messages stand one behind the other in a byte string: message i is <c>bytes[starts[i]..starts[i + 1]]</c>. Messages of up
/// to <see cref="OneBlock"/> bytes take one block; longer ones are right too, and slower.
/// </remarks>
internal sealed class KeyedHash
{
    /// <summary>The longest message, in bytes, that fits into one block with the key and the padding.</summary>
    public const int OneBlock = Lanes.BlockSize - Digest.Size - 1 - sizeof(ulong);

    private const int Window = 4 * MessageWords;
    private const int MessageWords = 6;     // words 8 to 13 of the block; 14 and 15 hold the length in bits

    // By length: which bits of the six words are the message, and where the padding bit stands.
    private static readonly uint[] s_keep = Masks((at, length) => at < length ? (byte)0xff : (byte)0);
    private static readonly uint[] s_pad = Masks((at, length) => at == length ? (byte)0x80 : (byte)0);

    private readonly HashKind _kind;
    private readonly bool _lanes;
    private readonly MessageBatch _long;
    private readonly uint[] _start = new uint[Lanes.StateWords * Lanes.Count];
    private readonly uint[] _keyWords = new uint[Lanes.StateWords * Lanes.Count];
    private readonly uint[] _afterKey = new uint[Lanes.StateWords * Lanes.Count];
    private Digest _key;

    /// <summary>A hash under a key.</summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="key">The key.</param>
    /// <param name="lanes">False for one message after the other: the same results without vectors.</param>
    public KeyedHash(HashKind kind, Digest key, bool? lanes = null)
    {
        (_kind, _lanes) = (kind, lanes ?? Lanes.AreFast);
        _long = new MessageBatch(kind, lanes);
        Lanes.Start(kind, _start);
        Key = key;
    }

    private int KeyRounds => _kind == HashKind.Sm3 ? Sm3Lanes.KeyRounds : Sha256Lanes.KeyRounds;

    /// <summary>The key. A new one costs about as much as hashing a few messages.</summary>
    public Digest Key
    {
        get => _key;
        set
        {
            _key = value;
            if (!_lanes)
            {
                return;
            }

            Span<uint> block = stackalloc uint[Lanes.BlockWords * Lanes.MaxCount];
            block = block[..(Lanes.BlockWords * Lanes.Count)];
            Lanes.Broadcast(value, _keyWords);
            _keyWords.CopyTo(block);
            _start.CopyTo(_afterKey);
            Lanes.Rounds(_kind, _afterKey, block, 0, KeyRounds);
        }
    }

    /// <summary>H(key ‖ message) of one message.</summary>
    public Digest Of(ReadOnlySpan<byte> message)
    {
        Span<byte> keyed = stackalloc byte[Digest.Size + message.Length];
        _key.CopyTo(keyed);
        message.CopyTo(keyed[Digest.Size..]);
        return Hash.Of(_kind, keyed);
    }

    /// <summary>The first 8 bytes of H(key ‖ message) as big-endian integers, for the messages of some numbers.</summary>
    /// <param name="bytes">All messages.</param>
    /// <param name="starts">Where each message starts, and where the last one ends.</param>
    /// <param name="which">Numbers of the messages wanted.</param>
    /// <param name="top">Takes the result of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Top64(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> starts, ReadOnlySpan<int> which, Span<ulong> top)
    {
        // On the stack, where vectors are quicker to reach than in arrays.
        Span<uint> state = stackalloc uint[Lanes.StateWords * Lanes.MaxCount];
        Span<uint> block = stackalloc uint[Lanes.BlockWords * Lanes.MaxCount];
        Span<ulong> group = stackalloc ulong[Lanes.MaxCount];
        Span<Digest> digests = stackalloc Digest[Lanes.MaxCount];
        top = top[..which.Length];
        for (var at = 0; at < which.Length; at += Lanes.Count)
        {
            var count = Math.Min(Lanes.Count, which.Length - at);
            if (!TryCompress(bytes, starts, which.Slice(at, count), state, block))
            {
                OneByOne(bytes, starts, which.Slice(at, count), digests);
                for (var i = 0; i < count; i++)
                {
                    top[at + i] = digests[i].Top64;
                }
            }
            else if (count == Lanes.Count)
            {
                Lanes.Top64(state, top.Slice(at, Lanes.Count));
            }
            else
            {
                Lanes.Top64(state, group);
                group[..count].CopyTo(top[at..]);
            }
        }
    }

    /// <summary>H(key ‖ message), whole, for the messages of some numbers.</summary>
    public void Digests(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> starts, ReadOnlySpan<int> which, Span<Digest> digests)
    {
        Span<uint> state = stackalloc uint[Lanes.StateWords * Lanes.MaxCount];
        Span<uint> block = stackalloc uint[Lanes.BlockWords * Lanes.MaxCount];
        for (var at = 0; at < which.Length; at += Lanes.Count)
        {
            var count = Math.Min(Lanes.Count, which.Length - at);
            if (TryCompress(bytes, starts, which.Slice(at, count), state, block))
            {
                Lanes.Digests(state, digests.Slice(at, count));
            }
            else
            {
                OneByOne(bytes, starts, which.Slice(at, count), digests[at..]);
            }
        }
    }

    /// <summary>Hashes up to <see cref="Lanes.Count"/> messages of one block each; false when one is longer or lanes are not wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryCompress(
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<int> which,
        Span<uint> state,
        Span<uint> block)
    {
        if (!_lanes)
        {
            return false;
        }

        state = state[..(Lanes.StateWords * Lanes.Count)];
        block = block[..(Lanes.BlockWords * Lanes.Count)];
        _keyWords.CopyTo(block);
        var words = block[(Lanes.StateWords * Lanes.Count)..];
        for (var lane = 0; lane < which.Length; lane++)
        {
            var start = starts[which[lane]];
            var length = starts[which[lane] + 1] - start;
            if (length > OneBlock)
            {
                return false;
            }

            if (bytes.Length - start >= Window)
            {
                Load(bytes.Slice(start, Window), length, words, lane);
            }
            else
            {
                LoadLast(bytes.Slice(start, length), words, lane);
            }
        }

        _afterKey.CopyTo(state);
        Lanes.Rounds(_kind, state, block, KeyRounds);
        Lanes.FeedForward(_kind, state, _start);
        return true;
    }

    // Reads six words whatever the length: bytes behind the message are masked away.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(ReadOnlySpan<byte> window, int length, Span<uint> words, int lane)
    {
        var keep = s_keep.AsSpan(MessageWords * length, MessageWords);
        var pad = s_pad.AsSpan(MessageWords * length, MessageWords);
        words[lane] = (BinaryPrimitives.ReadUInt32BigEndian(window) & keep[0]) | pad[0];
        words[Lanes.Count + lane] = (BinaryPrimitives.ReadUInt32BigEndian(window[4..]) & keep[1]) | pad[1];
        words[(2 * Lanes.Count) + lane] = (BinaryPrimitives.ReadUInt32BigEndian(window[8..]) & keep[2]) | pad[2];
        words[(3 * Lanes.Count) + lane] = (BinaryPrimitives.ReadUInt32BigEndian(window[12..]) & keep[3]) | pad[3];
        words[(4 * Lanes.Count) + lane] = (BinaryPrimitives.ReadUInt32BigEndian(window[16..]) & keep[4]) | pad[4];
        words[(5 * Lanes.Count) + lane] = (BinaryPrimitives.ReadUInt32BigEndian(window[20..]) & keep[5]) | pad[5];
        words[(6 * Lanes.Count) + lane] = 0;
        words[(7 * Lanes.Count) + lane] = (uint)(8 * (Digest.Size + length));
    }

    // A message so near to the end that a whole window would pass it.
    private static void LoadLast(ReadOnlySpan<byte> message, Span<uint> words, int lane)
    {
        Span<byte> window = stackalloc byte[Window];
        window.Clear();
        message.CopyTo(window);
        Load(window, message.Length, words, lane);
    }

    private void OneByOne(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> starts, ReadOnlySpan<int> which, Span<Digest> digests)
    {
        foreach (var number in which)
        {
            var message = bytes[starts[number]..starts[number + 1]];
            var staged = _long.Next(Digest.Size + message.Length);
            _key.CopyTo(staged);
            message.CopyTo(staged[Digest.Size..]);
        }

        _long.Take(digests);
    }

    private static uint[] Masks(Func<int, int, byte> of)
    {
        var masks = new uint[MessageWords * (OneBlock + 1)];
        for (var length = 0; length <= OneBlock; length++)
        {
            for (var at = 0; at < Window; at++)
            {
                masks[(MessageWords * length) + (at / 4)] |= (uint)of(at, length) << (8 * (3 - (at % 4)));
            }
        }

        return masks;
    }
}
