using System.Numerics;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// <c>seq-poisson</c>: n subjects with probability roughly proportional to weight, by Ohlsson's sequential Poisson sampling: the
/// n smallest r·2^32 / w after take-all. <see cref="ParetoMethod"/> is closer to proportional at the same cost.
/// </summary>
/// <param name="N">How many are drawn; all when there are not more.</param>
public sealed record SequentialPoissonMethod(int N) : DrawMethod
{
    internal const string Name = "seq-poisson";

    /// <inheritdoc/>
    public override string Scheme => Name;

    /// <inheritdoc/>
    public override Selection Select(Frame frame, DrawKeys keys) => Select(frame, keys, rankBits: 64);

    internal static BigInteger Key(ulong r, uint weight, int n, long total) => ((UInt128)r << 32) / weight;

    internal KeySelection Select(Frame frame, DrawKeys keys, int rankBits)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(keys);
        return KeySelection.Draw(
            Name, frame, N, keys, (r, weight, _, _) => (ulong)((((UInt128)r << 32) / weight) >> 32), 0, Key, rankBits);
    }

    internal override bool? IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts) =>
        KeySelection.IsDrawnAlone(record, keys, cuts, Key);

    internal override Refusal? Misfit(Frame frame) => null;

    internal override void WriteLines(NoticeWriter notice) => notice.Line("scheme", Name).Line("n", N);

    internal static SequentialPoissonMethod Read(NoticeReader notice) => new(notice.Number("n", 0, int.MaxValue));
}
