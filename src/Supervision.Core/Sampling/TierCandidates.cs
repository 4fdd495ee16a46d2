using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The subjects of each cell with the smallest tickets, in order: at least one more than is drawn, or the whole cell. Nearly
/// everybody is left out by one comparison with a cut that the last ticket drawn will hardly pass; where too few are below it, it
/// is lifted. So the result never depends on the cut.
/// </summary>
internal sealed class TierCandidates
{
    private readonly int[] _positions;
    private readonly int[] _starts;

    private TierCandidates(int[] positions, int[] starts) => (_positions, _starts) = (positions, starts);

    /// <summary>Positions of a cell's candidates in ticket order.</summary>
    public ArraySegment<int> Of(int cell) => new ArraySegment<int>(_positions)[_starts[cell].._starts[cell + 1]];

    /// <summary>Finds the candidates of a whole frame.</summary>
    /// <param name="frame">All subjects.</param>
    /// <param name="sizes">How many are eligible and drawn, by cell of the frame.</param>
    /// <param name="kind">The hash function.</param>
    /// <param name="key">K_draw.</param>
    /// <param name="form">How to go about it; must not matter.</param>
    public static TierCandidates In(Frame frame, (int Eligible, int Drawn)[] sizes, HashKind kind, Digest key, ScanForm form)
    {
        var cuts = Array.ConvertAll(sizes, size => ProvisionalCut(size.Drawn, size.Eligible) >> form.CutShift);
        while (true)
        {
            var candidates = Below(frame, cuts, kind, key, form);
            var isShort = false;
            for (var cell = 0; cell < sizes.Length; cell++)
            {
                if (candidates.Of(cell).Count < Math.Min(sizes[cell].Drawn + 1, sizes[cell].Eligible))
                {
                    (cuts[cell], isShort) = (ulong.MaxValue, true);
                }
            }

            if (!isShort)
            {
                return candidates;
            }
        }
    }

    /// <summary>All eligible subjects whose rank is at most their cell's cut, in ticket order.</summary>
    public static TierCandidates Below(Frame frame, ulong[] cuts, HashKind kind, Digest key, ScanForm form)
    {
        var lists = Scan(frame, cuts, kind, key, form);
        var starts = new int[cuts.Length + 1];
        foreach (var list in lists)
        {
            foreach (var position in list.Positions)
            {
                starts[frame.CellAt(position) + 1]++;
            }
        }

        for (var cell = 1; cell < starts.Length; cell++)
        {
            starts[cell] += starts[cell - 1];
        }

        var (ranks, positions, next) = (new ulong[starts[^1]], new int[starts[^1]], starts[..^1]);
        foreach (var list in lists)
        {
            for (var i = 0; i < list.Count; i++)
            {
                var at = next[frame.CellAt(list.Positions[i])]++;
                (ranks[at], positions[at]) = (list.Ranks[i], list.Positions[i]);
            }
        }

        for (var cell = 0; cell < cuts.Length; cell++)
        {
            RankOrder.Sort(
                ranks.AsSpan(starts[cell]..starts[cell + 1]),
                positions.AsSpan(starts[cell]..starts[cell + 1]),
                slack: 0,
                form.RankBits,
                position => (FrameTickets.Of(frame, position, kind, key), position));
        }

        return new TierCandidates(positions, starts);
    }

    /// <summary>
    /// (n + 6√n + 12)/N of all ranks: fewer than n + 1 tickets of N lie below once in millions of draws. A double is good
    /// enough for a cut that decides nothing.
    /// </summary>
    public static ulong ProvisionalCut(int drawn, int eligible)
    {
        var share = (drawn + (6 * Math.Sqrt(drawn)) + 12) / Math.Max(1, eligible);
        return share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);
    }

    // Each thread scans a range of positions of its own, so that their lists, one behind the other, are by position again.
    private static TicketList[] Scan(Frame frame, ulong[] cuts, HashKind kind, Digest key, ScanForm form)
    {
        var lists = new TicketList[Math.Clamp(form.MaxDegreeOfParallelism, 1, 1 + (frame.Count / FrameBlock.Size))];
        var share = (int)((frame.Count + lists.Length - 1L) / lists.Length);
        var capacity = Capacity(frame, cuts) / lists.Length;
        if (lists.Length == 1)
        {
            ScanRange(0);
        }
        else
        {
            Parallel.For(0, lists.Length, new ParallelOptions { MaxDegreeOfParallelism = lists.Length }, ScanRange);
        }

        return lists;

        void ScanRange(int number)
        {
            lists[number] = new TicketList(capacity);
            var (from, to) = ((long)number * share, Math.Min(frame.Count, (number + 1L) * share));
            if (from < to)
            {
                FrameTickets.Scan(frame, (int)from, (int)to, new KeyedHash(kind, key), cuts, form.RankBits, lists[number]);
            }
        }
    }

    // As many as should lie below the cuts, and a few more. A list can grow.
    private static int Capacity(Frame frame, ulong[] cuts)
    {
        var expected = 1024.0;
        for (var cell = 0; cell < cuts.Length; cell++)
        {
            expected += 1.02 * frame.EligiblePerCell()[cell] * (cuts[cell] / (double)ulong.MaxValue);
        }

        return (int)Math.Min(expected, frame.Count);
    }
}
