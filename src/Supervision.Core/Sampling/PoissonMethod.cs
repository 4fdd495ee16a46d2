using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// <c>poisson</c>: each eligible subject by itself, drawn if and only if r &lt; ppm · 2^64 / 10^6. Nobody else's ticket matters, hence one
/// subject is checked with its id alone; but how many are drawn is left to chance.
/// </summary>
/// <param name="Rates">A ratio for every cell that has eligible subjects.</param>
public sealed record PoissonMethod(DrawRates Rates) : DrawMethod
{
    internal const string Name = "poisson";

    /// <inheritdoc/>
    public override string Scheme => Name;

    internal override DrawRates? CellRates => Rates;

    /// <inheritdoc/>
    public override Selection Select(Frame frame, DrawKeys keys)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(keys);
        var eligible = EligibleSubjects.Of(frame);
        var ranks = FrameTickets.Ranks(
            frame, eligible.Positions, keys.HashKind, DrawSeed.DrawKey(keys.HashKind, keys.Seed));
        var drawn = new List<int>();
        var cells = new List<CellSelection>();
        for (var cell = 0; cell < frame.Cells.Count; cell++)
        {
            var size = eligible.CountIn(cell);
            if (size == 0)
            {
                continue;
            }

            var ppm = Rates.For(frame.Cells[cell])
                ?? throw Invalid.Argument(nameof(frame), "SUP4013", frame.Cells[cell]);
            var (start, before) = (eligible.RangeOf(cell).Start.Value, drawn.Count);
            for (var i = start; i < start + size; i++)
            {
                if (IsDrawn(ranks[i], ppm))
                {
                    drawn.Add(eligible.Positions[i]);
                }
            }

            cells.Add(new CellSelection(frame.Cells[cell], ppm, size, drawn.Count - before, null, null));
        }

        return new PoissonSelection(frame, drawn, cells);
    }

    /// <summary>r &lt; ppm · 2^64 / 10^6; at 10^6 always.</summary>
    internal static bool IsDrawn(ulong r, int ppm) => r < ((UInt128)ppm << 64) / DrawRate.Whole;

    internal override bool? IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts) =>
        record.IsEligible
        && Rates.For(record.Cell) is { } ppm
        && IsDrawn(Ticket.Of(keys.HashKind, DrawSeed.DrawKey(keys.HashKind, keys.Seed), record.Id).Top64, ppm);

    internal override Refusal? Misfit(Frame frame) => Rates.Misfit(frame);

    internal override void WriteLines(NoticeWriter notice) => notice.Line("scheme", Name).Rates(Rates);

    internal static PoissonMethod Read(NoticeReader notice) => new(notice.Rates());
}
