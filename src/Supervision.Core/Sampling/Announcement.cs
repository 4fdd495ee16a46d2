using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The published notice of a draw of subjects: its exact bytes and what they say. The bytes are hashed as they are and
/// never written again from the terms. Immutable.
/// </summary>
public sealed class Announcement
{
    private static readonly string[] s_keys =
    [
        "draw", "prev", "hash", "leaf", "frame-count", "frame-root", "frame-change", "secret-rule", "seal", .. MethodLines.Keys,
    ];

    private static readonly string[] s_numbered = ["beacon", "commit", "party", "deposit", .. MethodLines.Numbered];

    private readonly byte[] _bytes;

    private Announcement(byte[] bytes, AnnouncementTerms terms)
    {
        _bytes = bytes;
        Terms = terms;
        Hash = Hashing.Hash.Of(terms.HashKind, bytes);
    }

    /// <summary>The exact bytes: UTF-8 without byte order mark, lines ended by LF.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>H(A): hash of <see cref="Bytes"/> by the function that they name.</summary>
    public Digest Hash { get; }

    /// <summary>What the announcement fixes.</summary>
    public AnnouncementTerms Terms { get; }

    /// <summary>Writes an announcement.</summary>
    /// <exception cref="ArgumentException">
    /// SUP4021 to SUP4027: the terms would not be read back, for instance because a prose line looks like a key line.
    /// </exception>
    public static Announcement Create(AnnouncementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var bytes = new NoticeWriter().Head(terms)
            .Line("frame-count", terms.FrameCount)
            .Line("frame-root", terms.FrameRoot)
            .Optional("frame-change", terms.FrameChange)
            .Method(terms.Method)
            .Tail(terms);
        var read = Parse(bytes);
        if (!read.TryGet(out var announcement, out var refusal))
        {
            throw Invalid.Argument(refusal, nameof(terms));
        }

        return announcement;
    }

    /// <summary>
    /// Reads an announcement strictly. Refusals: SUP4021 not UTF-8 with LF; SUP4022 a key is missing; SUP4023 a key
    /// stands twice; SUP4024 a value is malformed; SUP4025 too many numbered lines; SUP4026 a key has no place here;
    /// SUP4027 two equal commitments; SUP4201 parties or deposits that are not one for each secret; SUP4011, SUP4012, SUP4014
    /// wrong ratios; SUP4017 two cursors for a cell.
    /// </summary>
    public static Outcome<Announcement> Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new NoticeReader(bytes, s_keys, s_numbered);
        var commitments = reader.Commitments();
        var terms = new AnnouncementTerms
        {
            Draw = reader.Draw(),
            Previous = reader.Hex("prev"),
            HashKind = reader.HashKind("hash"),
            FrameCount = reader.Number("frame-count", 0, int.MaxValue),
            FrameRoot = reader.Hex("frame-root"),
            Method = MethodLines.Read(reader)!,
            Beacons = reader.Beacons(),
            Commitments = commitments,
            Parties = reader.Parties(commitments.Count),
            Deposits = reader.Deposits(commitments.Count),
            IsSalted = reader.IsSalted(),
            SealedSecret = reader.SealedSecret(commitments.Count),
            FrameChange = reader.OptionalText("frame-change"),
            SecretRule = reader.Text("secret-rule"),
            Prose = reader.Prose,
        };
        return reader.Refusal is { } refusal ? refusal : new Announcement(bytes.ToArray(), terms);
    }
}
