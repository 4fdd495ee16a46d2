using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>The method <c>tier-srs</c> with its ratios, see <see cref="TierSrs"/>.</summary>
/// <param name="Rates">A ratio for every cell that has eligible subjects.</param>
/// <param name="MinPerCell">Least number drawn from a cell with a ratio above 0; 0 for none.</param>
public sealed record TierSrsMethod(DrawRates Rates, int MinPerCell = 0) : DrawMethod
{
    /// <inheritdoc/>
    public override string Scheme => TierSrs.Scheme;

    /// <inheritdoc/>
    public override Selection Select(Frame frame, DrawKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return TierSrs.Select(frame, Rates, MinPerCell, keys.HashKind, keys.Seed);
    }

    internal override DrawRates? CellRates => Rates;

    internal override bool? IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts) =>
        record.IsEligible
        && Ticket.Of(keys.HashKind, DrawSeed.DrawKey(keys.HashKind, keys.Seed), record.Id) <= ProofJson.DigestOrNull(cuts.GetProperty("last"));

    internal override Refusal? Misfit(Frame frame) => Rates.Misfit(frame);

    internal override void WriteLines(NoticeWriter notice) =>
        notice.Line("scheme", Scheme).Rates(Rates).Line("min-per-cell", MinPerCell);

    internal static TierSrsMethod Read(NoticeReader notice) =>
        new(notice.Rates(), notice.Number("min-per-cell", 0, int.MaxValue));
}
