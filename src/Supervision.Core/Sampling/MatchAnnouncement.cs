using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The published notice of a matching of officers with tasks. Immutable.</summary>
public sealed class MatchAnnouncement
{
    private static readonly string[] s_keys =
    [
        "draw", "prev", "hash", "leaf", "scheme", "of-draw", "officer-count", "roster-root", "task-count",
        "task-list-root", "recusal-count", "recusal-root", "cap", "secret-rule", "seal",
    ];

    private static readonly string[] s_numbered = ["beacon", "commit", "party", "deposit"];

    private readonly byte[] _bytes;

    private MatchAnnouncement(byte[] bytes, MatchTerms terms)
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
    public MatchTerms Terms { get; }

    /// <summary>Writes an announcement.</summary>
    /// <exception cref="ArgumentException">SUP4021 to SUP4027: the terms would not be read back.</exception>
    public static MatchAnnouncement Create(MatchTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var bytes = new NoticeWriter().Head(terms)
            .Line("scheme", OfficerMatching.Scheme)
            .Line("of-draw", terms.DrawAnnouncement)
            .Line("officer-count", terms.OfficerCount)
            .Line("roster-root", terms.RosterRoot)
            .Line("task-count", terms.TaskCount)
            .Line("task-list-root", terms.TaskListRoot)
            .Line("recusal-count", terms.RecusalCount)
            .Line("recusal-root", terms.RecusalRoot)
            .Line("cap", terms.Cap)
            .Tail(terms);
        var read = Parse(bytes);
        if (!read.TryGet(out var announcement, out var refusal))
        {
            throw Invalid.Argument(refusal, nameof(terms));
        }

        return announcement;
    }

    /// <summary>Reads an announcement strictly, with the refusals of <see cref="Announcement.Parse"/>.</summary>
    public static Outcome<MatchAnnouncement> Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new NoticeReader(bytes, s_keys, s_numbered);
        var commitments = reader.Commitments();
        reader.Exactly("scheme", OfficerMatching.Scheme);
        reader.Exactly("seal", "open");
        var terms = new MatchTerms
        {
            Draw = reader.Draw(),
            Previous = reader.Hex("prev"),
            HashKind = reader.HashKind("hash"),
            IsSalted = reader.IsSalted(),
            DrawAnnouncement = reader.Hex("of-draw"),
            OfficerCount = reader.Number("officer-count", 0, int.MaxValue),
            RosterRoot = reader.Hex("roster-root"),
            TaskCount = reader.Number("task-count", 0, int.MaxValue),
            TaskListRoot = reader.Hex("task-list-root"),
            RecusalCount = reader.Number("recusal-count", 0, int.MaxValue),
            RecusalRoot = reader.Hex("recusal-root"),
            Cap = reader.Number("cap", 1, ushort.MaxValue),
            Beacons = reader.Beacons(),
            Commitments = commitments,
            Parties = reader.Parties(commitments.Count),
            Deposits = reader.Deposits(commitments.Count),
            SecretRule = reader.Text("secret-rule"),
            Prose = reader.Prose,
        };
        return reader.Refusal is { } refusal ? refusal : new MatchAnnouncement(bytes.ToArray(), terms);
    }
}
