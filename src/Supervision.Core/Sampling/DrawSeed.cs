using System.Buffers;
using System.Buffers.Binary;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Derives the seed of a draw and the keys made from it, exactly as SRD-1 says. Nobody can know the seed before the
/// beacon is published and every party has opened its secret; nobody can change anything announced without changing it.
/// </summary>
public static class DrawSeed
{
    /// <summary>The seed of a draw of subjects.</summary>
    /// <exception cref="ArgumentException">
    /// SUP4034: a secret does not open its commitment, or the number of secrets or beacon values is not the announced
    /// one. Also everything that <see cref="Derive(HashKind, Digest, Digest, long, DrawReveal)"/> throws.
    /// </exception>
    public static Digest Derive(Announcement announcement, DrawReveal reveal)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var terms = announcement.Terms;
        CheckOpens(terms, reveal);
        return Derive(terms.HashKind, announcement.Hash, terms.FrameRoot, terms.FrameCount, reveal);
    }

    /// <summary>The seed of a matching: the task list takes the place of the frame.</summary>
    /// <exception cref="ArgumentException">As for a draw of subjects.</exception>
    public static Digest Derive(MatchAnnouncement announcement, DrawReveal reveal)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var terms = announcement.Terms;
        CheckOpens(terms, reveal);
        return Derive(terms.HashKind, announcement.Hash, terms.TaskListRoot, terms.TaskCount, reveal);
    }

    /// <summary>
    /// H("SRD-1 seed" ‖ 0x00 ‖ H(A) ‖ root ‖ u64(N) ‖ u8(m) ‖ secrets ‖ u16(|beacon|) ‖ beacon). One beacon value enters
    /// as it is, several each after a byte that tells their length.
    /// </summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="announcementHash">Hash of the announcement's exact bytes.</param>
    /// <param name="root">Merkle root of the frame.</param>
    /// <param name="count">Number of records in the frame.</param>
    /// <param name="reveal">Secrets and beacon values.</param>
    /// <exception cref="ArgumentException">
    /// SUP4031: a secret is not 32 bytes long. SUP4032: not 1 to 255 secrets. SUP4033: not 1 to 255 beacon values, or one
    /// that is empty or longer than 65,535 bytes, or than 255 bytes among several.
    /// </exception>
    public static Digest Derive(HashKind kind, Digest announcementHash, Digest root, long count, DrawReveal reveal)
    {
        ArgumentNullException.ThrowIfNull(reveal);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (reveal.Secrets.Count is < 1 or > 255)
        {
            throw Invalid.Argument(nameof(reveal), "SUP4032", Invariant.Text(reveal.Secrets.Count));
        }

        var beacon = Join(reveal.Beacons);
        var message = new ArrayBufferWriter<byte>();
        message.Write("SRD-1 seed\0"u8);
        message.Write(announcementHash.ToArray());
        message.Write(root.ToArray());
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, count);
        message.Write(number);
        message.Write([(byte)reveal.Secrets.Count]);
        foreach (var secret in reveal.Secrets)
        {
            message.Write(secret.Length == Commitment.SecretSize
                ? secret
                : throw Invalid.Argument(nameof(reveal), "SUP4031", Invariant.Text(secret.Length)));
        }

        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)beacon.Length);
        message.Write(number[..2]);
        message.Write(beacon);
        return Hash.Of(kind, message.WrittenSpan);
    }

    /// <summary>K_draw: the key of the subjects' tickets.</summary>
    public static Digest DrawKey(HashKind kind, Digest seed) => SubKey(kind, "SRD-1 draw\0"u8, seed);

    /// <summary>K_round: the key of the random rounding of cell sizes.</summary>
    public static Digest RoundKey(HashKind kind, Digest seed) => SubKey(kind, "SRD-1 round\0"u8, seed);

    /// <summary>K_lots: the key of the lots in the drum.</summary>
    public static Digest LotsKey(HashKind kind, Digest seed) => SubKey(kind, "SRD-1 lots\0"u8, seed);

    /// <summary>K_prn: the key of a cycle's permanent random numbers, from the seed of the draw that opened the cycle.</summary>
    public static Digest RotationKey(HashKind kind, Digest cycleSeed) => SubKey(kind, "SRD-1 prn\0"u8, cycleSeed);

    /// <summary>K_match: the key of the tickets of tasks.</summary>
    public static Digest MatchKey(HashKind kind, Digest seed) => SubKey(kind, "SRD-1 match\0"u8, seed);

    private static Digest SubKey(HashKind kind, ReadOnlySpan<byte> name, Digest seed) =>
        Hash.Of(kind, [.. name, .. seed.ToArray()]);

    private static byte[] Join(IReadOnlyList<byte[]> beacons)
    {
        var limit = beacons.Count == 1 ? ushort.MaxValue : byte.MaxValue;
        var joined = beacons.Count == 1 ? beacons[0] : [.. beacons.SelectMany(value => Prefixed(value, limit))];
        return beacons.Count is >= 1 and <= 255
            && beacons.All(value => value.Length >= 1 && value.Length <= limit)
            && joined.Length <= ushort.MaxValue
            ? joined
            : throw Invalid.Argument(nameof(beacons), "SUP4033");
    }

    private static IEnumerable<byte> Prefixed(byte[] value, int limit) => [(byte)Math.Min(value.Length, limit), .. value];

    private static void CheckOpens(NoticeTerms terms, DrawReveal reveal)
    {
        ArgumentNullException.ThrowIfNull(reveal);
        var opened = reveal.Secrets.Select(secret => Commitment.Of(terms.HashKind, secret));
        if (!opened.SequenceEqual(terms.Commitments) || reveal.Beacons.Count != terms.Beacons.Count)
        {
            throw Invalid.Argument(nameof(reveal), "SUP4034");
        }
    }
}
