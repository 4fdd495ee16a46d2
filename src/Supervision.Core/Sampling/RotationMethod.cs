using System.Globalization;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// <c>prn</c>: rotation on permanent random numbers. Every subject has one number for a whole cycle, and each draw goes on in its cell where
/// the last one stopped: nobody is met twice before everybody was met once. Departments that share a cycle and begin
/// at the same cursors meet the same subjects, hence in one visit.
/// </summary>
/// <remarks>
/// The number is known to whoever knows the seed of the draw that opened the cycle: that draw should stay sealed until the
/// cycle ends. Within a cycle a subject keeps the cell of the first frame that it stood in.
/// </remarks>
public sealed record RotationMethod : DrawMethod
{
    internal const string Name = "prn";

    /// <summary>Ratios of the cells, rounded as in <c>tier-srs</c>; null when <see cref="NPerCell"/> is given.</summary>
    public DrawRates? Rates { get; init; }

    /// <summary>With ratios: least number drawn from a cell with a ratio above 0; 0 for none.</summary>
    public int MinPerCell { get; init; }

    /// <summary>How many are drawn from each cell, or all of a smaller one; null when ratios are given.</summary>
    public int? NPerCell { get; init; }

    /// <summary>Hash of the announcement that opened the cycle; null when this one opens it.</summary>
    public Digest? Cycle { get; init; }

    /// <summary>Where each cell's rotation stands; a cell that is not named is at its start.</summary>
    public IReadOnlyList<CellCursor> Cursors { get; init; } = [];

    /// <inheritdoc/>
    public override string Scheme => Name;

    internal override DrawRates? CellRates => Rates;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// SUP4013: a cell has no ratio. SUP4018: the cycle was opened by another draw, and its seed is not among the keys.
    /// </exception>
    public override Selection Select(Frame frame, DrawKeys keys) => Select(frame, keys, rankBits: 64);

    internal RotationSelection Select(Frame frame, DrawKeys keys, int rankBits)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(keys);
        if (Cycle is { } cycle && keys.CycleSeed is null)
        {
            throw Invalid.Argument(nameof(keys), "SUP4018", cycle.ToString());
        }

        var eligible = EligibleSubjects.Of(frame);
        int? rho = Rates is null ? null : CellSizes.Start(keys.HashKind, keys.Seed);
        var key = DrawSeed.RotationKey(keys.HashKind, Cycle is null ? keys.Seed : keys.CycleSeed!.Value);
        var numbers = FrameTickets.Ranks(frame, eligible.Positions, keys.HashKind, key);
        var cursors = Cursors.ToDictionary(cursor => cursor.Cell, StringComparer.Ordinal);
        var (cells, orders, again) = (new List<RotationCell>(), new List<ArraySegment<int>>(), new List<int>());
        foreach (var (cell, ppm, drawn) in Sizes(frame, eligible, rho))
        {
            var name = frame.Cells[cell];
            var cursor = cursors.GetValueOrDefault(name) ?? new CellCursor(name, 0);
            var range = eligible.RangeOf(cell);
            foreach (ref var number in numbers.AsSpan(range))
            {
                number = unchecked(number - cursor.Position);
            }

            var mine = new ArraySegment<int>(eligible.Positions)[range];
            RankOrder.Sort(numbers.AsSpan(range), mine, slack: 0, rankBits, i =>
            {
                var ticket = FrameTickets.Of(frame, i, keys.HashKind, key);
                return (unchecked(ticket.Top64 - cursor.Position), ticket, i);
            });
            var taken = mine[..drawn].Select(i => (Position: i, Number: FrameTickets.Of(frame, i, keys.HashKind, key).Top64)).ToList();
            again.AddRange(taken.Where(subject => cursor.Laps > 0 || subject.Number < cursor.Position).Select(subject => subject.Position));
            var next = drawn == 0 ? cursor : After(cursor, taken[^1].Number);
            cursors[name] = next;
            orders.Add(mine);
            cells.Add(new RotationCell(name, ppm, mine.Count, drawn, cursor, next));
        }

        return new RotationSelection(
            frame, rho, cells, [.. orders], again, [.. cursors.Values.OrderBy(cursor => cursor.Cell, ByteOrder.Instance)]);
    }

    internal override Refusal? Misfit(Frame frame) => Rates?.Misfit(frame);

    internal override void WriteLines(NoticeWriter notice)
    {
        notice.Line("scheme", Name).Line("cycle", Cycle?.ToString() ?? "opens");
        if (Rates is not null)
        {
            notice.Rates(Rates).Line("min-per-cell", MinPerCell);
        }

        if (NPerCell is { } size)
        {
            notice.Line("n-per-cell", size);
        }

        notice.Numbered("cursor", Cursors.Select(cursor =>
            $"{cursor.Position.ToString(CultureInfo.InvariantCulture)} {Invariant.Text(cursor.Laps)} {cursor.Cell}"));
    }

    internal static RotationMethod Read(NoticeReader notice)
    {
        var fixedSize = notice.Has("n-per-cell");
        if (fixedSize)
        {
            notice.Never("min-per-cell");
            notice.NeverNumbered("rate");
        }

        var opens = string.Equals(notice.Text("cycle"), "opens", StringComparison.Ordinal);
        if (opens)
        {
            notice.NeverNumbered("cursor");
        }

        return new RotationMethod
        {
            Cycle = opens ? null : notice.Hex("cycle"),
            NPerCell = fixedSize ? notice.Number("n-per-cell", 1, int.MaxValue) : null,
            Rates = fixedSize ? null : notice.Rates(),
            MinPerCell = fixedSize ? 0 : notice.Number("min-per-cell", 0, int.MaxValue),
            Cursors = opens ? [] : notice.Cursors(),
        };
    }

    private IEnumerable<(int Cell, int? Ppm, int Selected)> Sizes(Frame frame, EligibleSubjects eligible, int? rho) =>
        Rates is not null
            ? CellSizes.Of(frame.Cells, frame.EligiblePerCell(), Rates, MinPerCell, rho!.Value).Select(size => (size.Cell, (int?)size.Ppm, size.Selected))
            : Enumerable.Range(0, frame.Cells.Count).Where(cell => eligible.CountIn(cell) > 0)
                .Select(cell => (cell, (int?)null, Math.Min(NPerCell ?? 0, eligible.CountIn(cell))));

    // s := r(last) + 1 mod 2^64. The start is passed when the last one drawn lies before the cursor, or when s comes to 0 again.
    private static CellCursor After(CellCursor cursor, ulong last) => new(
        cursor.Cell,
        unchecked(last + 1),
        cursor.Laps + (last < cursor.Position ? 1 : 0) + (last == ulong.MaxValue ? 1 : 0));
}
