using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Random systematic rounding: n_c of each cell with eligible subjects, from one random start ρ. Used by <c>tier-srs</c> and
/// <c>prn</c>.
/// </summary>
internal static class CellSizes
{
    /// <summary>ρ = top64(H(K_round ‖ "start")) · 10^6 / 2^64: the high half of a 128-bit product.</summary>
    public static int Start(HashKind kind, Digest seed) =>
        (int)Math.BigMul(Ticket.Of(kind, DrawSeed.RoundKey(kind, seed), "start"u8).Top64, (ulong)DrawRate.Whole, out _);

    /// <summary>Index of the cell in the frame, its ratio and n_c, by cell bytes. Throws SUP4013 for a cell without a ratio.</summary>
    public static IEnumerable<(int Cell, int Ppm, int Selected)> Of(
        Frame frame, EligibleSubjects eligible, DrawRates rates, int minPerCell, int rho)
    {
        var running = (long)rho;
        for (var cell = 0; cell < frame.Cells.Count; cell++)
        {
            var size = eligible.CountIn(cell);
            if (size == 0)
            {
                continue;
            }

            var ppm = rates.For(frame.Cells[cell]) ?? throw Invalid.Argument(nameof(rates), "SUP4013", frame.Cells[cell]);
            var before = running / DrawRate.Whole;
            running += (long)size * ppm;
            var drawn = (int)((running / DrawRate.Whole) - before);
            yield return (cell, ppm, ppm > 0 ? Math.Max(drawn, Math.Min(minPerCell, size)) : drawn);
        }
    }
}
