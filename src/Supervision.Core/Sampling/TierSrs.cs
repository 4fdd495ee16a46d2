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
    /// Draws. One hash for each eligible subject and one comparison with a provisional cut; only what lies below is sorted.
    /// Memory is taken for the subjects drawn, none for the others.
    /// </summary>
    /// <param name="frame">All subjects.</param>
    /// <param name="rates">A ratio for every cell that has eligible subjects.</param>
    /// <param name="minPerCell">
    /// Least number drawn from a cell with a ratio above 0, or all of a smaller cell. 0 for none. Above 0 it raises the
    /// inclusion probability of small cells above their ratio.
    /// </param>
    /// <param name="kind">The hash function.</param>
    /// <param name="seed">The seed of this draw.</param>
    /// <param name="maxDegreeOfParallelism">Most threads to use, at least 1. The result is the same with any number.</param>
    /// <exception cref="ArgumentException">SUP4013: a cell with eligible subjects has no ratio.</exception>
    public static TierSelection Select(
        Frame frame, DrawRates rates, int minPerCell, HashKind kind, Digest seed, int maxDegreeOfParallelism = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDegreeOfParallelism, 1);
        return Select(frame, rates, minPerCell, kind, seed, new ScanForm(maxDegreeOfParallelism));
    }

    /// <summary>As the public form; <paramref name="form"/> must not change a result.</summary>
    internal static TierSelection Select(
        Frame frame, DrawRates rates, int minPerCell, HashKind kind, Digest seed, ScanForm form)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNegative(minPerCell);
        var rho = CellSizes.Start(kind, seed);
        var eligible = frame.EligiblePerCell();
        var drawn = CellSizes.Of(frame.Cells, eligible, rates, minPerCell, rho).ToList();
        (int Eligible, int Drawn)[] sizes = [.. eligible.Select(count => (count, 0))];
        drawn.ForEach(cell => sizes[cell.Cell].Drawn = cell.Selected);

        var key = DrawSeed.DrawKey(kind, seed);
        var candidates = TierCandidates.In(frame, sizes, kind, key, form);
        var (cells, orders) = (new List<CellSelection>(drawn.Count), new List<ArraySegment<int>>(drawn.Count));
        foreach (var (cell, ppm, selected) in drawn)
        {
            var order = candidates.Of(cell);
            orders.Add(order);
            cells.Add(new CellSelection(
                frame.Cells[cell], ppm, eligible[cell], selected, TicketAt(order, selected - 1), TicketAt(order, selected)));
        }

        return new TierSelection(frame, rho, cells, orders, cell => WholeOrder(frame, cell, kind, key));

        Digest? TicketAt(ArraySegment<int> order, int index) => index >= 0 && index < order.Count
            ? FrameTickets.Of(frame, order[index], kind, key)
            : null;
    }

    // Every eligible subject of one cell in ticket order: for whoever needs more reserves than there are candidates.
    private static ArraySegment<int> WholeOrder(Frame frame, string cell, HashKind kind, Digest key)
    {
        var index = frame.Cells.Index().First(other => string.Equals(other.Item, cell, StringComparison.Ordinal)).Index;
        var cuts = new ulong[frame.Cells.Count];
        cuts[index] = ulong.MaxValue;
        return TierCandidates.Below(frame, cuts, kind, key, new ScanForm()).Of(index);
    }
}
