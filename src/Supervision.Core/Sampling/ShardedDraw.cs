using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// <c>tier-srs</c> over a frame that lies in several places, in two rounds: each shard counts, the coordinator plans; each shard
/// offers its smallest tickets, the coordinator takes the smallest of all. The result is that of one frame, for a ticket depends
/// on key and id alone. Pure and thread-safe.
/// </summary>
/// <remarks>A shard may as well be a table that counts and offers by the text of <see cref="DrawSql"/>.</remarks>
public static class ShardedDraw
{
    /// <summary>First round, on a shard: its eligible subjects per cell, by cell bytes.</summary>
    public static IReadOnlyList<CellCount> Count(Frame shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        var eligible = shard.EligiblePerCell();
        return [.. shard.Cells.Select((cell, index) => new CellCount(cell, eligible[index])).Where(count => count.Eligible > 0)];
    }

    /// <summary>First round, on the coordinator: the size of every cell.</summary>
    /// <param name="counts">The counts of all shards, in any order; a cell may stand in several.</param>
    /// <param name="rates">A ratio for every cell.</param>
    /// <param name="minPerCell">As in <see cref="TierSrs"/>.</param>
    /// <param name="kind">The hash function.</param>
    /// <param name="seed">The seed of this draw.</param>
    /// <exception cref="ArgumentException">SUP4013: a cell has no ratio.</exception>
    /// <exception cref="OverflowException">A cell has more than 2,147,483,647 eligible subjects.</exception>
    public static ShardPlan Plan(
        IEnumerable<CellCount> counts, DrawRates rates, int minPerCell, HashKind kind, Digest seed)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNegative(minPerCell);
        CellCount[] cells = [.. counts.GroupBy(count => count.Cell, StringComparer.Ordinal)
            .Select(cell => new CellCount(cell.Key, cell.Sum(count => count.Eligible)))
            .OrderBy(cell => cell.Cell, ByteOrder.Instance)];
        var rho = CellSizes.Start(kind, seed);
        var (names, eligible) = (Array.ConvertAll(cells, cell => cell.Cell), Array.ConvertAll(cells, cell => cell.Eligible));
        return new ShardPlan(kind, DrawSeed.DrawKey(kind, seed), rho,
        [
            .. CellSizes.Of(names, eligible, rates, minPerCell, rho)
                .Select(size => new CellSize(names[size.Cell], size.Ppm, eligible[size.Cell], size.Selected)),
        ]);
    }

    /// <summary>Second round, on a shard: the subjects that may be drawn, n + 6√n + 12 a cell over all shards together.</summary>
    /// <param name="shard">The frame that was counted.</param>
    /// <param name="plan">The coordinator's plan.</param>
    /// <param name="all">True for every eligible subject, as SUP4300 asks for once in millions of draws.</param>
    /// <exception cref="ArgumentException">SUP4303: a cell with eligible subjects is not in the plan.</exception>
    public static IReadOnlyList<ShardTicket> Offer(Frame shard, ShardPlan plan, bool all = false)
    {
        ArgumentNullException.ThrowIfNull(shard);
        ArgumentNullException.ThrowIfNull(plan);
        var sizes = plan.Cells.ToDictionary(cell => cell.Cell, StringComparer.Ordinal);
        var eligible = shard.EligiblePerCell();
        ulong[] cuts = [.. shard.Cells.Select((cell, index) => eligible[index] == 0 ? 0 : CutOf(cell))];
        var candidates = TierCandidates.Below(shard, cuts, plan.HashKind, plan.DrawKey, new ScanForm());
        return
        [
            .. shard.Cells.SelectMany((cell, index) => candidates.Of(index).Select(position =>
                new ShardTicket(shard.IdAt(position), cell, FrameTickets.Of(shard, position, plan.HashKind, plan.DrawKey)))),
        ];

        ulong CutOf(string cell) => sizes.TryGetValue(cell, out var size)
            ? all ? ulong.MaxValue : TierCandidates.ProvisionalCut(size.Selected, size.Eligible)
            : throw Invalid.Argument(nameof(plan), "SUP4303", cell);
    }

    /// <summary>Second round, on the coordinator: the smallest tickets of all.</summary>
    /// <param name="plan">The plan that the shards were given.</param>
    /// <param name="offered">What all shards offered, in any order.</param>
    /// <returns>
    /// The selection, or SUP4301: a subject was offered twice; SUP4302: a ticket is not that of its subject, or its cell is
    /// not in the plan; SUP4300: a cell has fewer tickets than it needs, all must be asked for.
    /// </returns>
    public static Outcome<ShardSelection> Merge(ShardPlan plan, IEnumerable<ShardTicket> offered)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(offered);
        var byCell = plan.Cells.ToDictionary(cell => cell.Cell, _ => new List<ShardTicket>(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ticket in offered)
        {
            if (!seen.Add(ticket.Id))
            {
                return Refusal.Of("SUP4301", ticket.Id);
            }

            if (!Texts.IsId(ticket.Id)
                || !byCell.TryGetValue(ticket.Cell, out var cell)
                || Ticket.Of(plan.HashKind, plan.DrawKey, Encoding.ASCII.GetBytes(ticket.Id)) != ticket.Ticket)
            {
                return Refusal.Of("SUP4302", ticket.Id, ticket.Cell);
            }

            cell.Add(ticket);
        }

        var (cells, selected) = (new List<CellSelection>(), new List<string>());
        var reserves = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var size in plan.Cells)
        {
            ShardTicket[] order = [.. byCell[size.Cell]
                .OrderBy(ticket => ticket.Ticket).ThenBy(ticket => ticket.Id, StringComparer.Ordinal)];
            if (order.Length < Math.Min(size.Selected + 1, size.Eligible))
            {
                return Refusal.Of("SUP4300", size.Cell, Invariant.Text(order.Length), Invariant.Text(size.Selected));
            }

            cells.Add(new CellSelection(
                size.Cell, size.Ppm, size.Eligible, size.Selected,
                order.ElementAtOrDefault(size.Selected - 1)?.Ticket, order.ElementAtOrDefault(size.Selected)?.Ticket));
            selected.AddRange(order.Take(size.Selected).Select(ticket => ticket.Id));
            reserves.Add(size.Cell, [.. order.Skip(size.Selected).Select(ticket => ticket.Id)]);
        }

        selected.Sort(StringComparer.Ordinal);
        return new ShardSelection(cells, selected, reserves);
    }
}
