using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The draw method <c>tier-srs</c>: a ratio a cell, equal probability inside a cell, cell sizes by random systematic
/// rounding. Every subject's inclusion probability is exactly the published ratio (raised only by a minimum per cell).
/// Pure, integers only, thread-safe; a change of the method would be a new method name.
/// </summary>
/// <legal source="国办发〔2015〕58号" />
public static class TierSrs
{
    /// <summary>The name in an announcement's <c>scheme</c> line.</summary>
    public const string Scheme = "tier-srs";

    /// <summary>
    /// Draws. One hash for each eligible subject, then a sort of each cell: O(N log N) in time, 12 bytes a subject.
    /// </summary>
    /// <param name="frame">All subjects.</param>
    /// <param name="rates">A ratio for every cell that has eligible subjects.</param>
    /// <param name="minPerCell">
    /// Least number drawn from a cell with a ratio above 0, or all of a smaller cell. 0 for none. Above 0 it raises the
    /// inclusion probability of small cells above their ratio.
    /// </param>
    /// <param name="kind">The hash function.</param>
    /// <param name="seed">The seed of this draw.</param>
    /// <exception cref="ArgumentException">SUP4013: a cell with eligible subjects has no ratio.</exception>
    public static TierSelection Select(Frame frame, DrawRates rates, int minPerCell, HashKind kind, Digest seed) =>
        Select(frame, rates, minPerCell, kind, seed, rankBits: 64);

    /// <summary>As the public form, sorting by the first bits of a ticket only: forces ties, must not change a result.</summary>
    internal static TierSelection Select(
        Frame frame, DrawRates rates, int minPerCell, HashKind kind, Digest seed, int rankBits)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNegative(minPerCell);
        var eligible = EligiblePerCell(frame);
        var key = DrawSeed.DrawKey(kind, seed);
        var order = OrderCells(frame, eligible, kind, key, rankBits);

        var rho = Start(kind, seed);
        var cells = new List<CellSelection>();
        var running = (long)rho;
        for (var c = 0; c < eligible.Length; c++)
        {
            var size = eligible[c];
            if (size == 0)
            {
                continue;
            }

            var cell = frame.Cells[c];
            var ppm = rates.For(cell) ?? throw Invalid.Argument(nameof(rates), "SUP4013", cell);
            var before = running / DrawRate.Whole;
            running += (long)size * ppm;
            var drawn = (int)((running / DrawRate.Whole) - before);
            drawn = ppm > 0 ? Math.Max(drawn, Math.Min(minPerCell, size)) : drawn;
            cells.Add(new CellSelection(
                cell, ppm, size, drawn, TicketAt(order[c], drawn - 1), TicketAt(order[c], drawn)));
        }

        return new TierSelection(frame, rho, cells, [.. order.Where(indexes => indexes.Length > 0)]);

        Digest? TicketAt(int[] indexes, int position) => position >= 0 && position < indexes.Length
            ? Ticket.Of(kind, key, frame.IdBytesAt(indexes[position]))
            : null;
    }

    internal static int[] EligiblePerCell(Frame frame)
    {
        var eligible = new int[frame.Cells.Count];
        for (var i = 0; i < frame.Count; i++)
        {
            if (frame.IsEligibleAt(i))
            {
                eligible[frame.CellAt(i)]++;
            }
        }

        return eligible;
    }

    // ρ = top64(H(K_round ‖ "start")) · 10^6 / 2^64: the high half of a 128-bit product.
    private static int Start(HashKind kind, Digest seed) =>
        (int)Math.BigMul(Ticket.Of(kind, DrawSeed.RoundKey(kind, seed), "start"u8).Top64, (ulong)DrawRate.Whole, out _);

    /// <summary>For each cell the positions of its eligible subjects in ticket order.</summary>
    private static int[][] OrderCells(Frame frame, int[] eligible, HashKind kind, Digest key, int rankBits)
    {
        var ranks = Array.ConvertAll(eligible, size => new ulong[size]);
        var order = Array.ConvertAll(eligible, size => new int[size]);
        var filled = new int[eligible.Length];
        for (var i = 0; i < frame.Count; i++)
        {
            if (frame.IsEligibleAt(i))
            {
                var cell = frame.CellAt(i);
                ranks[cell][filled[cell]] = Ticket.Of(kind, key, frame.IdBytesAt(i)).Top64 >> (64 - rankBits);
                order[cell][filled[cell]++] = i;
            }
        }

        for (var cell = 0; cell < order.Length; cell++)
        {
            Array.Sort(ranks[cell], order[cell]);
            SettleTies(frame, ranks[cell], order[cell], kind, key);
        }

        return order;
    }

    // Equal first bits are settled by the whole ticket, then by the id, whose order is the frame's.
    private static void SettleTies(Frame frame, ulong[] ranks, int[] order, HashKind kind, Digest key)
    {
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && ranks[end] == ranks[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                var tied = order[start..end];
                var tickets = Array.ConvertAll(tied, i => (Ticket.Of(kind, key, frame.IdBytesAt(i)), i));
                Array.Sort(tickets, tied);
                tied.CopyTo(order.AsSpan(start));
            }

            start = end;
        }
    }
}
