using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// <c>lots</c>: each subject has as many lots in the drum as its weight, and n subjects are pulled one after the other. Not
/// proportional to weight: a heavy subject is drawn less often than its weight suggests. For those who insist on the drum.
/// </summary>
/// <param name="N">How many are drawn; all when there are not more.</param>
public sealed record LotsMethod(int N) : DrawMethod
{
    internal const string Name = "lots";

    /// <summary>Most lots of one subject: 65,536.</summary>
    public const int MaxWeight = 1 << 16;

    /// <inheritdoc/>
    public override string Scheme => Name;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">SUP4016: a subject has more than 65,536 lots.</exception>
    public override Selection Select(Frame frame, DrawKeys keys) => Select(frame, keys, rankBits: 64);

    internal LotsSelection Select(Frame frame, DrawKeys keys, int rankBits)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(N);
        if (Misfit(frame) is { } refusal)
        {
            throw Invalid.Argument(refusal, nameof(frame));
        }

        var order = EligibleSubjects.Of(frame).Positions;
        var lotsKey = DrawSeed.LotsKey(keys.HashKind, keys.Seed);
        var drawKey = DrawSeed.DrawKey(keys.HashKind, keys.Seed);
        var ranks = FrameTickets.LotRanks(frame, order, keys.HashKind, lotsKey);
        RankOrder.Sort(ranks, order, 0, rankBits, position =>
            (LotAt(position), FrameTickets.Of(frame, position, keys.HashKind, drawKey), position));
        var drawn = Math.Min(N, order.Length);
        return new LotsSelection(frame, order, drawn, drawn == 0 ? null : LotAt(order[drawn - 1]));

        Digest LotAt(int position) =>
            Lot(keys.HashKind, lotsKey, frame.IdBytesAt(position), frame.WeightAt(position));
    }

    /// <summary>The smallest of a subject's lots: H(K_lots ‖ u16(j) ‖ id) over j = 0 … weight − 1.</summary>
    internal static Digest Lot(HashKind kind, Digest lotsKey, ReadOnlySpan<byte> id, uint weight)
    {
        Span<byte> message = stackalloc byte[Digest.Size + 2 + id.Length];
        lotsKey.CopyTo(message);
        id.CopyTo(message[(Digest.Size + 2)..]);
        Digest? least = null;
        for (var j = 0; j < weight; j++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(message[Digest.Size..], (ushort)j);
            var lot = Hash.Of(kind, message);
            least = least is null || lot < least ? lot : least;
        }

        return least!.Value;
    }

    internal override bool? IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts) =>
        record.IsEligible
        && record.Weight <= MaxWeight
        && Lot(keys.HashKind, DrawSeed.LotsKey(keys.HashKind, keys.Seed), Encoding.ASCII.GetBytes(record.Id), record.Weight)
            <= ProofJson.DigestOrNull(cuts.GetProperty("lastTicket"));

    internal override Refusal? Misfit(Frame frame)
    {
        var heavy = Array.Find(EligibleSubjects.Of(frame).Positions, i => frame.WeightAt(i) > MaxWeight);
        return frame.Count > 0 && frame.IsEligibleAt(heavy) && frame.WeightAt(heavy) > MaxWeight
            ? Refusal.Of("SUP4016", frame.IdAt(heavy), Invariant.Text(frame.WeightAt(heavy)))
            : null;
    }

    internal override void WriteLines(NoticeWriter notice) => notice.Line("scheme", Name).Line("n", N);

    internal static LotsMethod Read(NoticeReader notice) => new(notice.Number("n", 0, int.MaxValue));
}
