using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// <c>pivotal</c>: n subjects with probability exactly proportional to weight, by Deville and Tillé's ordered pivotal method. Neighbours in
/// the order of cell and id fight duels for one place, hence the draw is spread over cells and regions.
/// </summary>
/// <param name="N">How many are drawn; all when there are not more.</param>
public sealed record PivotalMethod(int N) : DrawMethod
{
    internal const string Name = "pivotal";

    /// <inheritdoc/>
    public override string Scheme => Name;

    /// <inheritdoc/>
    public override Selection Select(Frame frame, DrawKeys keys)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(N);
        var takeAll = TakeAll.From(frame, N);
        var ranks = FrameTickets.Ranks(
            frame, takeAll.Rest, keys.HashKind, DrawSeed.DrawKey(keys.HashKind, keys.Seed));
        return new PivotalSelection(frame, takeAll, Duels(frame, takeAll, ranks));
    }

    internal override Refusal? Misfit(Frame frame) => null;

    internal override void WriteLines(NoticeWriter notice) => notice.Line("scheme", Name).Line("n", N);

    internal static PivotalMethod Read(NoticeReader notice) => new(notice.Number("n", 0, int.MaxValue));

    // a and b are shares of W: n·w < W each, hence s < 2^63 and no product passes 2^128.
    private static List<int> Duels(Frame frame, TakeAll takeAll, ulong[] ranks)
    {
        var drawn = new List<int>(takeAll.N);
        var (a, survivor) = (0L, -1);
        for (var i = 0; i < takeAll.Rest.Length && takeAll.N > 0; i++)
        {
            var newcomer = takeAll.Rest[i];
            var b = takeAll.N * (long)frame.WeightAt(newcomer);
            var s = a + b;
            if (a == 0)
            {
                (a, survivor) = (b, newcomer);
            }
            else if (s < takeAll.Weight)
            {
                survivor = (UInt128)ranks[i] * (ulong)s < (UInt128)b << 64 ? newcomer : survivor;
                a = s;
            }
            else
            {
                var stays = (UInt128)ranks[i] * (UInt128)((2 * (UInt128)takeAll.Weight) - (UInt128)s)
                    < (UInt128)(takeAll.Weight - b) << 64;
                drawn.Add(stays ? survivor : newcomer);
                survivor = stays ? newcomer : survivor;
                a = s - takeAll.Weight;
            }
        }

        return drawn;
    }
}
