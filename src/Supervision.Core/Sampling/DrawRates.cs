using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>The ratios of a draw. A rate for a whole cell wins over a rate for the cell's prefix. Immutable.</summary>
public sealed class DrawRates
{
    private readonly Dictionary<string, int> _ppm = new(StringComparer.Ordinal);

    /// <summary>Ratios in the order in which they are announced.</summary>
    /// <exception cref="ArgumentException">
    /// SUP4011: a ratio is not in 0..1,000,000 ppm. SUP4012: two ratios have the same target. SUP4014: a target is empty,
    /// longer than 255 bytes, or has control characters or blanks at an end.
    /// </exception>
    public DrawRates(IEnumerable<DrawRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        All = [.. rates];
        if (Check(All) is { } refusal)
        {
            throw Invalid.Argument(refusal, nameof(rates));
        }

        foreach (var rate in All)
        {
            _ppm.Add(rate.Target, rate.Ppm);
        }
    }

    /// <summary>The ratios in the order in which they are announced.</summary>
    public IReadOnlyList<DrawRate> All { get; }

    /// <summary>The ratio of a cell in ppm, or null when neither the cell nor its prefix has one.</summary>
    public int? For(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (_ppm.TryGetValue(cell, out var ppm))
        {
            return ppm;
        }

        var end = cell.IndexOf('|', StringComparison.Ordinal);
        return end >= 0 && _ppm.TryGetValue(cell[..end], out ppm) ? ppm : null;
    }

    /// <summary>The cells of a frame that have eligible subjects but no ratio, by cell bytes. Empty when it can be drawn.</summary>
    public IReadOnlyList<string> MissingFor(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var eligible = frame.EligiblePerCell();
        return [.. frame.Cells.Where((cell, index) => eligible[index] > 0 && For(cell) is null)];
    }

    /// <summary>The refusal that names the first cell with eligible subjects and no ratio, or null.</summary>
    internal Refusal? Misfit(Frame frame) =>
        MissingFor(frame) is [var cell, ..] ? Refusal.Of("SUP4013", cell) : null;

    /// <summary>What is wrong with ratios, or null.</summary>
    internal static Refusal? Check(IReadOnlyList<DrawRate> rates)
    {
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rate in rates)
        {
            if (rate.Ppm is < 0 or > DrawRate.Whole)
            {
                return Refusal.Of("SUP4011", rate.Target, Invariant.Text(rate.Ppm));
            }

            if (!Texts.IsLabel(rate.Target))
            {
                return Refusal.Of("SUP4014", rate.Target);
            }

            if (!targets.Add(rate.Target))
            {
                return Refusal.Of("SUP4012", rate.Target);
            }
        }

        return null;
    }
}
