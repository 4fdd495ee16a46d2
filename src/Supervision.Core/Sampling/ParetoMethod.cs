using System.Numerics;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// <c>pareto</c>: n subjects with probability very nearly proportional to weight, by Rosén's Pareto order sampling with
/// rational ranks: the n smallest (g·(W − n·w)·2^64) / ((2^65 − g)·w), g = 2r + 1, after take-all. For a continuous score.
/// </summary>
/// <param name="N">How many are drawn; all when there are not more.</param>
public sealed record ParetoMethod(int N) : DrawMethod
{
    internal const string Name = "pareto";

    // The double's error is below 2^-50 of the key; 2^23 steps between neighbouring doubles are some 2^-29 of it.
    private const ulong Slack = 1UL << 23;

    /// <inheritdoc/>
    public override string Scheme => Name;

    /// <inheritdoc/>
    public override Selection Select(Frame frame, DrawKeys keys) => Select(frame, keys, rankBits: 64);

    internal static BigInteger Key(ulong r, uint weight, int n, long total)
    {
        var g = ((BigInteger)r << 1) + 1;
        return ((g * (total - ((long)n * weight))) << 64) / (((BigInteger.One << 65) - g) * weight);
    }

    internal KeySelection Select(Frame frame, DrawKeys keys, int rankBits)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(keys);
        return KeySelection.Draw(Name, frame, N, keys, Rank, Slack, Key, rankBits);
    }

    internal override bool? IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts) =>
        KeySelection.IsDrawnAlone(record, keys, cuts, Key);

    internal override Refusal? Misfit(Frame frame) => null;

    internal override void WriteLines(NoticeWriter notice) => notice.Line("scheme", Name).Line("n", N);

    internal static ParetoMethod Read(NoticeReader notice) => new(notice.Number("n", 0, int.MaxValue));

    // 2^65 − g = 2·(2^64 − 1 − r) + 1. The bits of positive doubles rise with their values.
    private static ulong Rank(ulong r, uint weight, int n, long total)
    {
        var key = ((2.0 * r) + 1.0) * (total - ((long)n * weight)) / (((2.0 * ~r) + 1.0) * weight);
        return BitConverter.DoubleToUInt64Bits(key);
    }
}
