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

    /// <summary>Index of the cell, its ratio and n_c, by cell bytes. Throws SUP4013 for a cell without a ratio.</summary>
    /// <param name="cells">All cells by their bytes.</param>
    /// <param name="eligible">N_c of each.</param>
    /// <param name="rates">The ratios.</param>
    /// <param name="minPerCell">Least number drawn from a cell with a ratio above 0.</param>
    /// <param name="rho">ρ.</param>
    public static IEnumerable<(int Cell, int Ppm, int Selected)> Of(
        IReadOnlyList<string> cells, IReadOnlyList<int> eligible, DrawRates rates, int minPerCell, int rho)
    {
        var running = (long)rho;
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var size = eligible[cell];
            if (size == 0)
            {
                continue;
            }

            var ppm = rates.For(cells[cell]) ?? throw Invalid.Argument(nameof(rates), "SUP4013", cells[cell]);
            var before = running / DrawRate.Whole;
            running += (long)size * ppm;
            var drawn = (int)((running / DrawRate.Whole) - before);
            yield return (cell, ppm, ppm > 0 ? Math.Max(drawn, Math.Min(minPerCell, size)) : drawn);
        }
    }
}
