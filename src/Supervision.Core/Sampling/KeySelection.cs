using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The result of a scheme that draws the n smallest keys after take-all: <c>pareto</c> and <c>seq-poisson</c>. Immutable.
/// </summary>
internal sealed class KeySelection : Selection
{
    private readonly TakeAll _takeAll;
    private readonly int _drawn;

    private KeySelection(string scheme, Frame frame, TakeAll takeAll, BigInteger? lastKey)
        : base(scheme, frame, takeAll.Taken.Concat(takeAll.Rest.Take(Drawn(takeAll))))
    {
        (_takeAll, _drawn) = (takeAll, Drawn(takeAll));
        LastKey = lastKey;
    }

    /// <summary>A subject's key from r, its weight, and n and W after take-all.</summary>
    public delegate BigInteger ExactKey(ulong r, uint weight, int n, long total);

    /// <summary>A number that rises with the key, up to a slack.</summary>
    public delegate ulong Rank(ulong r, uint weight, int n, long total);

    /// <summary>The largest key drawn; null when nobody is drawn by key.</summary>
    public BigInteger? LastKey { get; }

    public static KeySelection Draw(
        string scheme, Frame frame, int n, DrawKeys keys, Rank rank, ulong slack, ExactKey exact, int rankBits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var takeAll = TakeAll.From(frame, n);
        var key = DrawSeed.DrawKey(keys.HashKind, keys.Seed);
        var ranks = FrameTickets.Ranks(frame, takeAll.Rest, keys.HashKind, key);
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = rank(ranks[i], frame.WeightAt(takeAll.Rest[i]), takeAll.N, takeAll.Weight);
        }

        RankOrder.Sort(ranks, takeAll.Rest, slack, rankBits, position =>
        {
            var ticket = FrameTickets.Of(frame, position, keys.HashKind, key);
            return (KeyOf(ticket, position), ticket, position);
        });

        var last = Drawn(takeAll) - 1;
        return new KeySelection(
            scheme, frame, takeAll, last < 0 ? null : KeyOf(FrameTickets.Of(frame, takeAll.Rest[last], keys.HashKind, key), takeAll.Rest[last]));

        BigInteger KeyOf(Digest ticket, int position) =>
            exact(ticket.Top64, frame.WeightAt(position), takeAll.N, takeAll.Weight);
    }

    internal override IEnumerable<int> ReservesFor(string cell) => _takeAll.Rest.Skip(_drawn);

    internal override void WriteCutsFor(Utf8JsonWriter json, int position)
    {
        json.WriteBoolean("takeAll", _takeAll.Taken.Contains(position));
        WriteNumbers(json);
    }

    /// <summary>Whether a subject was drawn by its key and the published n, weight and last key after take-all.</summary>
    internal static bool IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts, ExactKey exact)
    {
        if (!record.IsEligible || cuts.GetProperty("takeAll").GetBoolean())
        {
            return record.IsEligible;
        }

        var (n, total) = (cuts.GetProperty("n").GetInt32(), long.Parse(ProofJson.Text(cuts, "weight"), CultureInfo.InvariantCulture));
        if (n < 0 || (Int128)n * record.Weight >= total)
        {
            throw new FormatException("takeAll");
        }

        var r = Ticket.Of(keys.HashKind, DrawSeed.DrawKey(keys.HashKind, keys.Seed), record.Id).Top64;
        return cuts.GetProperty("lastKey").GetString() is { } last
            && exact(r, record.Weight, n, total) <= BigInteger.Parse(last, CultureInfo.InvariantCulture);
    }

    internal override void WriteCuts(Utf8JsonWriter json)
    {
        WriteIds(json, "takeAll", _takeAll.Taken);
        WriteNumbers(json);
    }

    private void WriteNumbers(Utf8JsonWriter json)
    {
        json.WriteNumber("n", _takeAll.N);
        json.WriteString("weight", Invariant.Text(_takeAll.Weight));
        json.WriteString("lastKey", LastKey?.ToString(CultureInfo.InvariantCulture));
    }

    private static int Drawn(TakeAll takeAll) => Math.Min(takeAll.N, takeAll.Rest.Length);
}
