using System.Buffers.Binary;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The hot loops of every scheme: tickets of many subjects at once, eight or sixteen side by side.</summary>
internal static class FrameTickets
{
    // Few enough to stay in the nearest cache, many enough that a call costs nothing.
    private const int Batch = 1024;

    /// <summary>r = top64(H(key ‖ id)) of the subjects at these positions, in their order.</summary>
    public static ulong[] Ranks(Frame frame, ReadOnlySpan<int> positions, HashKind kind, Digest key)
    {
        var ranks = new ulong[positions.Length];
        var hash = new KeyedHash(kind, key);
        Span<int> offsets = stackalloc int[Batch];
        for (var at = 0; at < positions.Length;)
        {
            var block = positions[at] >> FrameBlock.Shift;
            var count = 0;
            for (var i = at; i < positions.Length && count < Batch && positions[i] >> FrameBlock.Shift == block; i++)
            {
                offsets[count++] = positions[i] % FrameBlock.Size;
            }

            hash.Top64(frame.Blocks[block].Ids, frame.Blocks[block].Starts, offsets[..count], ranks.AsSpan(at));
            at += count;
        }

        return ranks;
    }

    /// <summary>
    /// The smallest top64 of each subject's lots H(key ‖ u16(j) ‖ id), j = 0 … weight − 1: the rank of its smallest lot.
    /// </summary>
    public static ulong[] LotRanks(Frame frame, ReadOnlySpan<int> positions, HashKind kind, Digest key)
    {
        var least = new ulong[positions.Length];
        var hash = new KeyedHash(kind, key);
        var lots = new byte[Batch * (sizeof(ushort) + 64)];
        var (starts, owners) = (new int[Batch + 1], new int[Batch]);
        var (which, ranks) = (Enumerable.Range(0, Batch).ToArray(), new ulong[Batch]);
        var count = 0;
        least.AsSpan().Fill(ulong.MaxValue);
        for (var i = 0; i < positions.Length; i++)
        {
            var id = frame.IdBytesAt(positions[i]);
            var weight = frame.WeightAt(positions[i]);
            for (var j = 0; j < weight; j++)
            {
                var lot = lots.AsSpan(starts[count], sizeof(ushort) + id.Length);
                BinaryPrimitives.WriteUInt16BigEndian(lot, (ushort)j);
                id.CopyTo(lot[sizeof(ushort)..]);
                owners[count] = i;
                starts[count + 1] = starts[count] + lot.Length;
                if (++count == Batch)
                {
                    Settle();
                }
            }
        }

        Settle();
        return least;

        void Settle()
        {
            hash.Top64(lots, starts, which.AsSpan(0, count), ranks);
            for (var i = 0; i < count; i++)
            {
                least[owners[i]] = Math.Min(least[owners[i]], ranks[i]);
            }

            count = 0;
        }
    }

    /// <summary>The whole ticket of one subject.</summary>
    public static Digest Of(Frame frame, int position, HashKind kind, Digest key) =>
        Ticket.Of(kind, key, frame.IdBytesAt(position));

    /// <summary>
    /// Adds the eligible subjects of positions from..to whose rank is at most their cell's cut.
    /// </summary>
    /// <param name="frame">All subjects.</param>
    /// <param name="from">First position.</param>
    /// <param name="to">Position after the last one.</param>
    /// <param name="hash">The hash under the draw's key; used by this call alone.</param>
    /// <param name="cuts">Largest rank wanted, by cell.</param>
    /// <param name="rankBits">Bits of a rank to look at, 0 to 64: fewer force ties.</param>
    /// <param name="found">Takes rank and position, by position.</param>
    public static void Scan(
        Frame frame, int from, int to, KeyedHash hash, ReadOnlySpan<ulong> cuts, int rankBits, TicketList found)
    {
        var kept = rankBits == 0 ? 0 : ulong.MaxValue << (64 - rankBits);
        Span<int> offsets = stackalloc int[Batch];
        Span<ulong> ranks = stackalloc ulong[Batch];
        var cutsAsMet = CutsAsMet(frame, cuts);
        for (var at = from; at < to;)
        {
            var block = frame.Blocks[at >> FrameBlock.Shift];
            var (first, last) = (at % FrameBlock.Size, Math.Min(FrameBlock.Size, (at % FrameBlock.Size) + Math.Min(Batch, to - at)));
            var statuses = block.Statuses;
            var weights = block.Weights;
            var cells = block.Cells;
            var count = 0;
            for (var i = first; i < last; i++)
            {
                offsets[count] = i;
                count += statuses[i] == FrameStatus.Eligible && weights[i] > 0 ? 1 : 0;
            }

            hash.Top64(block.Ids, block.Starts, offsets[..count], ranks);
            var origin = at - first;
            for (var i = 0; i < count; i++)
            {
                if ((ranks[i] & kept) <= cutsAsMet[cells[offsets[i]]])
                {
                    found.Add(ranks[i], origin + offsets[i]);
                }
            }

            at += last - first;
        }
    }

    private static ulong[] CutsAsMet(Frame frame, ReadOnlySpan<ulong> cuts)
    {
        var asMet = new ulong[frame.CellRanks.Length];
        for (var i = 0; i < asMet.Length; i++)
        {
            asMet[i] = cuts[frame.CellRanks[i]];
        }

        return asMet;
    }
}
