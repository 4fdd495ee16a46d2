using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Supervision.Hashing;

/// <summary>
/// Hashes whole messages of any lengths up to 503 bytes, eight at a time. The caller writes up to eight messages, then takes
/// their digests. Allocates nothing a message. Not thread-safe: one a thread.
/// </summary>
internal sealed class MessageBatch
{
    /// <summary>The longest message in bytes: 8 blocks with the padding.</summary>
    public const int Longest = Room - 1 - sizeof(ulong);

    private const int Room = 8 * Lanes.BlockSize;

    private readonly HashKind _kind;
    private readonly bool _lanes;
    private readonly byte[] _messages = new byte[Lanes.Count * Room];
    private readonly int[] _lengths = new int[Lanes.Count];
    private int _count;

    /// <summary>An empty batch.</summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="lanes">False for one message after the other: the same results without vectors.</param>
    public MessageBatch(HashKind kind, bool? lanes = null) => (_kind, _lanes) = (kind, lanes ?? Lanes.AreFast);

    /// <summary>Whether eight messages wait, so that their digests must be taken.</summary>
    public bool IsFull => _count == Lanes.Count;

    /// <summary>Where to write the next message.</summary>
    public Span<byte> Next(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest);
        _lengths[_count] = length;
        return _messages.AsSpan(Room * _count++, length);
    }

    /// <summary>Writes the digests of the waiting messages in order, says how many, and starts again.</summary>
    public int Take(Span<Digest> digests)
    {
        var count = _count;
        _count = 0;
        digests = digests[..count];
        if (_lanes && count > 1)
        {
            Compress(count, digests);
            return count;
        }

        for (var i = 0; i < count; i++)
        {
            digests[i] = Hash.Of(_kind, _messages.AsSpan(Room * i, _lengths[i]));
        }

        return count;
    }

    // Lanes without a message hash whatever they held; a lane whose message ends early keeps the state it had then.
    private void Compress(int count, Span<Digest> digests)
    {
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[Lanes.StateWords];
        Span<Vector256<uint>> block = stackalloc Vector256<uint>[Lanes.BlockWords];
        Span<Vector256<uint>> done = stackalloc Vector256<uint>[Lanes.StateWords];
        Span<uint> ends = stackalloc uint[Lanes.Count];
        var (first, last) = (int.MaxValue, 0);
        for (var lane = 0; lane < count; lane++)
        {
            var end = Pad(lane);
            (first, last) = (Math.Min(first, end), Math.Max(last, end));
        }

        Lanes.Start(_kind, state);
        for (var number = 0; number <= last; number++)
        {
            Load(number, block);
            Lanes.Compress(_kind, state, block);
            if (first == last || number < first)
            {
                continue;
            }

            ends.Clear();
            for (var lane = 0; lane < count; lane++)
            {
                ends[lane] = LastBlock(_lengths[lane]) == number ? uint.MaxValue : 0;
            }

            var ending = Vector256.Create<uint>(ends);
            for (var i = 0; i < Lanes.StateWords; i++)
            {
                done[i] = Vector256.ConditionalSelect(ending, state[i], done[i]);
            }
        }

        Lanes.Digests(first == last ? state : done, digests);
    }

    // Puts the padding behind a message; returns the number of its last block.
    private int Pad(int lane)
    {
        var length = _lengths[lane];
        var last = LastBlock(length);
        var tail = _messages.AsSpan(Room * lane, (last + 1) * Lanes.BlockSize)[length..];
        tail.Clear();
        tail[0] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(tail[^sizeof(ulong)..], 8UL * (ulong)length);
        return last;
    }

    private void Load(int number, Span<Vector256<uint>> block)
    {
        var words = Lanes.Words(block)[..(Lanes.BlockWords * Lanes.Count)];
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var bytes = _messages.AsSpan((Room * lane) + (number * Lanes.BlockSize), Lanes.BlockSize);
            for (var i = 0; i < Lanes.BlockWords; i++)
            {
                words[(Lanes.Count * i) + lane] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * i)..]);
            }
        }
    }

    private static int LastBlock(int length) => (length + sizeof(ulong)) / Lanes.BlockSize;
}
