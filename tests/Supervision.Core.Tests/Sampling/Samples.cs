using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>A small invented draw, whole: 60 subjects, 3 departments, 2 officers a task.</summary>
internal static class Samples
{
    public static readonly DrawReveal Reveal = new([Bytes(1, 32), Bytes(2, 32)], [Bytes(3, 32)]);
    public static readonly DrawReveal MatchReveal = new([Bytes(4, 32)], [Bytes(5, 32), Bytes(6, 64)]);

    public static byte[] Bytes(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    public static FrameRecord[] Records => [.. Enumerable.Range(0, 60).Select(i => new FrameRecord(
        $"91330782MA{i:D8}",
        (i % 3) switch { 0 => "H|330782|餐饮", 1 => "M|330782|a \"quoted\", cell", _ => "L|330783" },
        (uint)(i % 7 == 3 ? 0 : 1 + i),
        (byte)(i % 7 == 3 ? 1 : 0)))];

    public static AnnouncementTerms Terms(Frame frame, HashKind kind = HashKind.Sha256) => new()
    {
        Draw = new DrawNumber("330782", "catering", 7),
        Previous = Hash.Of(kind, "the one before"u8),
        HashKind = kind,
        FrameCount = frame.Count,
        FrameRoot = frame.Root(kind),
        Method = new TierSrsMethod(
            new DrawRates([new(500_000, "H"), new(200_000, "M"), new(900_000, "L"), new(100_000, "L|330783")]), MinPerCell: 1),
        Beacons = [new BeaconRound("drand quicknet", "52db9ba7", 657413)],
        Commitments = [.. Reveal.Secrets.Select(secret => Commitment.Of(kind, secret))],
        SecretRule = "a withheld secret voids the draw",
        Prose = ["双随机抽查公告", "Questions: room 3"],
    };

    public static DrawBundle Draw(HashKind kind = HashKind.Sha256)
    {
        var frame = Vector.Build(Records);
        return DrawBundle.Run(Announcement.Create(Terms(frame, kind)), frame, Reveal);
    }

    public static DrawBundle DrawAndMatch(HashKind kind = HashKind.Sha256, bool salted = false)
    {
        var draw = Draw(kind);
        var tasks = draw.Selection.SelectedIds.Select((id, i) =>
            new MatchTask($"T-{i:D3}", $"部门{i % 2}", i % 3 == 0 ? "food" : "price, label") { SubjectId = id }).ToArray();
        var officers = Enumerable.Range(0, 12).Select(i => new MatchOfficer(
            $"P-{i:D2}", $"部门{i % 2}", i < 6 ? ["food", "price, label"] : [], i % 4)).ToArray();
        MatchRecusal[] recusals = [new("P-00", "T-000"), new("P-02", "T-000"), new("P-01", "T-001")];
        if (salted)
        {
            officers = [.. MatchSalts.Roster(kind, Bytes(8, 32), officers)];
            tasks = [.. MatchSalts.Tasks(kind, Bytes(8, 32), tasks)];
            recusals = [.. MatchSalts.Recusals(kind, Bytes(8, 32), recusals)];
        }

        var announcement = MatchAnnouncement.Create(new MatchTerms
        {
            Draw = new DrawNumber("330782", "catering", 8),
            Previous = draw.Announcement.Hash,
            HashKind = kind,
            IsSalted = salted,
            DrawAnnouncement = draw.Announcement.Hash,
            OfficerCount = officers.Length,
            RosterRoot = MatchRoots.Roster(kind, officers),
            TaskCount = tasks.Length,
            TaskListRoot = MatchRoots.Tasks(kind, tasks),
            RecusalCount = recusals.Length,
            RecusalRoot = MatchRoots.Recusals(kind, recusals),
            Cap = 8,
            Beacons = [new BeaconRound("drand quicknet", "52db9ba7", 657999), new BeaconRound("NIST", "2", 12)],
            Commitments = [.. MatchReveal.Secrets.Select(secret => Commitment.Of(kind, secret))],
            SecretRule = "a withheld secret voids the matching",
        });
        return draw with { Match = MatchBundle.Run(announcement, officers, tasks, recusals, MatchReveal) };
    }

    public static Dictionary<string, byte[]> Files(DrawBundle bundle)
    {
        var streams = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        bundle.Write(name => streams[name] = new MemoryStream());
        return streams.ToDictionary(file => file.Key, file => file.Value.ToArray(), StringComparer.Ordinal);
    }
}
