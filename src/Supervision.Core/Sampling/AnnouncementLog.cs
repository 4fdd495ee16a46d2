using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The one log in which an authority publishes its announcements: numbers without gaps, each naming the one before, each ended as
/// done or void. The first announcement under a number counts, always. Immutable; every change gives a new log.
/// docs/reference/published-bundle.md has the file.
/// </summary>
public sealed class AnnouncementLog
{
    /// <summary>Name of the file, one for each authority, outside of the bundles.</summary>
    public const string FileName = "announcement-log.json";

    private AnnouncementLog(string authority, IReadOnlyList<AnnouncementLogEntry> entries) =>
        (Authority, Entries) = (authority, entries);

    /// <summary>Whose log it is.</summary>
    public string Authority { get; }

    /// <summary>The announcements in the order in which they were published.</summary>
    public IReadOnlyList<AnnouncementLogEntry> Entries { get; }

    /// <summary>A log with these entries, as they are; <see cref="Verify"/> says whether they keep the rules.</summary>
    public static AnnouncementLog Of(string authority, IEnumerable<AnnouncementLogEntry> entries) => new(authority, [.. entries]);

    /// <summary>
    /// Adds an announcement as it is published. A second one under a number, or a second one after the same announcement, is kept as
    /// ignored. SUP4021 to SUP4027 and others: it cannot be read; SUP4221: it is another authority's.
    /// </summary>
    public Outcome<AnnouncementLog> Publish(DateTimeOffset at, string announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (!LoggedNotice.Read(announcement).TryGet(out var notice, out var refusal))
        {
            return refusal;
        }

        if (!string.Equals(notice.Terms.Draw.Authority, Authority, StringComparison.Ordinal))
        {
            return Refusal.Of("SUP4221", notice.Terms.Draw.ToString(), Authority);
        }

        var reason = WhyIgnored(Entries, notice);
        return With([.. Entries, new AnnouncementLogEntry(
            at, notice.Terms.Draw, notice.Hash, announcement,
            reason is null ? AnnouncementState.Announced : AnnouncementState.Ignored, reason)]);
    }

    /// <summary>Ends a number as done. SUP4222: no announcement of that number is open.</summary>
    public Outcome<AnnouncementLog> Done(DrawNumber draw) => End(draw, entry => entry with { State = AnnouncementState.Done });

    /// <summary>
    /// Ends a number as void. SUP4222: no announcement of that number is open; SUP4223: no reason.
    /// </summary>
    /// <param name="draw">The number.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="withheldBy">The party that withheld its secret, or null.</param>
    public Outcome<AnnouncementLog> Void(DrawNumber draw, string reason, string? withheldBy = null) =>
        string.IsNullOrWhiteSpace(reason)
            ? Refusal.Of("SUP4223", $"{draw}")
            : End(draw, entry => entry with { State = AnnouncementState.Void, Reason = reason, Party = withheldBy });

    /// <summary>The entry of an announcement that counts, or null.</summary>
    public AnnouncementLogEntry? Find(Digest hash) => Entries.FirstOrDefault(entry => entry.Counts && entry.Hash == hash);

    /// <summary>Checks that the log keeps its rules; see docs/reference/published-bundle.md for the names of the checks.</summary>
    public VerificationReport Verify()
    {
        var checks = new CheckList();
        LogVerification.Run(this, checks);
        return new VerificationReport(checks.Checks, HasMatching: false);
    }

    /// <summary>Reads a log. SUP4053: it is not one.</summary>
    public static Outcome<AnnouncementLog> Read(Stream stream) => ProofJson.Read<AnnouncementLog>(stream, BundleFile.Format, json =>
        new AnnouncementLog(
            ProofJson.Text(json, "authority"),
            [
                .. json.GetProperty("entries").EnumerateArray().Select(entry => new AnnouncementLogEntry(
                    entry.GetProperty("at").GetDateTimeOffset(),
                    DrawNumber.TryParse(ProofJson.Text(entry, "draw"), out var draw) ? draw : throw new FormatException("draw"),
                    ProofJson.DigestOrNull(entry.GetProperty("hash")) ?? throw new FormatException("hash"),
                    ProofJson.Text(entry, "announcement"),
                    State(ProofJson.Text(entry, "state")),
                    entry.GetProperty("reason").GetString(),
                    entry.GetProperty("party").GetString())),
            ]));

    /// <summary>Writes the log as JSON.</summary>
    public void Write(Stream stream) => ProofJson.Write(stream, BundleFile.Format, json =>
    {
        json.WriteString("authority", Authority);
        json.WriteStartArray("entries");
        foreach (var entry in Entries)
        {
            json.WriteStartObject();
            json.WriteString("at", entry.At);
            json.WriteString("draw", entry.Draw.ToString());
            json.WriteString("hash", entry.Hash.ToString());
            json.WriteString("announcement", entry.Announcement);
            json.WriteString("state", Word(entry.State));
            json.WriteString("reason", entry.Reason);
            json.WriteString("party", entry.Party);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Why an announcement that comes after these does not count, or null.</summary>
    internal static string? WhyIgnored(IEnumerable<AnnouncementLogEntry> before, LoggedNotice notice)
    {
        foreach (var entry in before.Where(entry => entry.Counts))
        {
            if (entry.Draw == notice.Terms.Draw)
            {
                return $"second announcement under {entry.Draw}";
            }

            if (LoggedNotice.Read(entry.Announcement).TryGet(out var other, out _) && other.Terms.Previous == notice.Terms.Previous)
            {
                return $"second announcement after {notice.Terms.Previous}";
            }
        }

        return null;
    }

    private Outcome<AnnouncementLog> End(DrawNumber draw, Func<AnnouncementLogEntry, AnnouncementLogEntry> end)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var open = Entries.FirstOrDefault(entry => entry.Draw == draw && entry.State == AnnouncementState.Announced);
        return open is null
            ? Refusal.Of("SUP4222", draw.ToString())
            : With([.. Entries.Select(entry => ReferenceEquals(entry, open) ? end(entry) : entry)]);
    }

    private AnnouncementLog With(IReadOnlyList<AnnouncementLogEntry> entries) => new(Authority, entries);

    private static string Word(AnnouncementState state) => state switch
    {
        AnnouncementState.Announced => "announced",
        AnnouncementState.Done => "done",
        AnnouncementState.Void => "void",
        _ => "ignored",
    };

    private static AnnouncementState State(string word) => word switch
    {
        "announced" => AnnouncementState.Announced,
        "done" => AnnouncementState.Done,
        "void" => AnnouncementState.Void,
        "ignored" => AnnouncementState.Ignored,
        _ => throw new FormatException("state"),
    };
}
