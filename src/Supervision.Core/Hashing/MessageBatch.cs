using System.Buffers.Binary;

namespace Supervision.Hashing;

/// <summary>
/// Hashes whole messages of any lengths up to 503 bytes, eight or sixteen at a time. The caller writes up to that many messages, then takes
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

    /// <summary>Whether as many messages wait as there are lanes, so that their digests must be taken.</summary>
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
        Span<uint> state = stackalloc uint[Lanes.StateWords * Lanes.MaxCount];
        Span<uint> block = stackalloc uint[Lanes.BlockWords * Lanes.MaxCount];
        Span<uint> done = stackalloc uint[Lanes.StateWords * Lanes.MaxCount];
        state = state[..(Lanes.StateWords * Lanes.Count)];
        block = block[..(Lanes.BlockWords * Lanes.Count)];
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

            for (var lane = 0; lane < count; lane++)
            {
                for (var i = lane; LastBlock(_lengths[lane]) == number && i < state.Length; i += Lanes.Count)
                {
                    done[i] = state[i];
                }
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

    private void Load(int number, Span<uint> words)
    {
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
