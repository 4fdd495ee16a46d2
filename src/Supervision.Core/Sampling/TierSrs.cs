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
        var rho = CellSizes.Start(kind, seed);
        var eligible = EligibleSubjects.Of(frame);
        var sizes = CellSizes.Of(frame, eligible, rates, minPerCell, rho).ToList();

        var key = DrawSeed.DrawKey(kind, seed);
        var order = eligible.Positions;
        var ranks = FrameTickets.Ranks(frame, order, kind, key);
        var (cells, orders) = (new List<CellSelection>(sizes.Count), new List<ArraySegment<int>>(sizes.Count));
        foreach (var (cell, ppm, drawn) in sizes)
        {
            var range = eligible.RangeOf(cell);
            RankOrder.Sort(
                ranks.AsSpan(range), order.AsSpan(range), slack: 0, rankBits, i => (FrameTickets.Of(frame, i, kind, key), i));
            var mine = new ArraySegment<int>(order)[range];
            orders.Add(mine);
            cells.Add(new CellSelection(
                frame.Cells[cell], ppm, mine.Count, drawn, TicketAt(mine, drawn - 1), TicketAt(mine, drawn)));
        }

        return new TierSelection(frame, rho, cells, [.. orders]);

        Digest? TicketAt(ArraySegment<int> positions, int index) => index >= 0 && index < positions.Count
            ? FrameTickets.Of(frame, positions[index], kind, key)
            : null;
    }
}
