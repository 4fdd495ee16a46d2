using System.Text;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

// The threats that one bundle alone cannot show: two announcements under one number, draws dropped quietly, a redraw that is none.
public sealed class AnnouncementLogTests
{
    private static readonly DateTimeOffset s_at = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    // Round of quicknet that is due at an hour after the publication of announcement k.
    private static readonly long s_round = ((s_at.ToUnixTimeSeconds() + 3600 - 1_692_803_367) / 3) + 1;

    [Fact]
    public void Verify_LogThatKeepsTheRules_PassesEveryCheck()
    {
        var log = Honest();
        Assert.Equal([], log.Verify().Failures);
        Assert.Equal(
            [AnnouncementState.Done, AnnouncementState.Void, AnnouncementState.Announced], log.Entries.Select(entry => entry.State));
        var stream = new MemoryStream();
        log.Write(stream);
        var read = AnnouncementLog.Read(new MemoryStream(stream.ToArray())).OrThrow();
        Assert.Equal(log.Entries, read.Entries);
        Assert.Equal(log.Authority, read.Authority);
        Assert.Equal("SUP4053", AnnouncementLog.Read(new MemoryStream("{}"u8.ToArray())).Refusal?.Code);
    }

    // Threat: a second announcement under a number. The first counts, whoever publishes the second and why.
    [Fact]
    public void Publish_SecondUnderANumber_IsIgnoredAndKept()
    {
        var second = Text(1, default, seed: 9);
        var log = Add(Honest(), second);
        Assert.Equal(AnnouncementState.Ignored, log.Entries[^1].State);
        Assert.Contains("catering/1", log.Entries[^1].Reason, StringComparison.Ordinal);
        Assert.Null(log.Find(log.Entries[^1].Hash));
        Assert.Equal([], log.Verify().Failures);

        // To count the second and ignore the first is what the rule forbids.
        var swapped = AnnouncementLog.Of(log.Authority, log.Entries.Select((entry, index) =>
            index == 0 ? entry with { State = AnnouncementState.Ignored, Reason = "mistake" }
            : index == 3 ? entry with { State = AnnouncementState.Done, Reason = null } : entry));
        Assert.Equal("log-ignored", swapped.Verify().Primary?.Name);
    }

    [Fact]
    public void Publish_SecondAfterOneAnnouncement_IsIgnored()
    {
        var log = Honest();
        var branch = Text(4, log.Entries[0].Hash, seed: 9);
        Assert.Equal(AnnouncementState.Ignored, Add(log, branch).Entries[^1].State);
    }

    [Fact]
    public void Publish_AnotherAuthoritysOrUnreadable_IsRefused()
    {
        Assert.Equal("SUP4221", AnnouncementLog.Of("330783", []).Publish(s_at, Text(1, default)).Refusal?.Code);
        Assert.Equal("SUP4022", AnnouncementLog.Of("330782", []).Publish(s_at, "an article").Refusal?.Code);
    }

    [Fact]
    public void End_NumberThatIsNotOpenOrWithoutReason_IsRefused()
    {
        var log = Honest();
        Assert.Equal("SUP4222", log.Done(new DrawNumber("330782", "catering", 1)).Refusal?.Code);
        Assert.Equal("SUP4222", log.Void(new DrawNumber("330782", "catering", 9), "x").Refusal?.Code);
        Assert.Equal("SUP4223", log.Void(new DrawNumber("330782", "catering", 3), " ").Refusal?.Code);
    }

    // Threat: a draw that displeased is left out, and the next one takes its place. One edit of an honest log a row.
    [Theory]
    [InlineData("drop", "log-numbers")]
    [InlineData("text", "log-entries")]
    [InlineData("hash", "log-entries")]
    [InlineData("order", "log-entries")]
    [InlineData("reopen", "log-ended")]
    [InlineData("mute", "log-ended")]
    public void Verify_LogEdited_IsNamed(string edit, string check)
    {
        var log = Honest();
        var entries = log.Entries.ToList();
        switch (edit)
        {
            case "drop":
                entries.RemoveAt(1);
                break;
            case "text":
                entries[1] = entries[1] with { Announcement = entries[1].Announcement.Replace("room 3", "room 4", StringComparison.Ordinal) };
                break;
            case "hash":
                entries[1] = entries[1] with { Hash = entries[0].Hash };
                break;
            case "order":
                entries[1] = entries[1] with { At = s_at.AddDays(-1) };
                break;
            case "reopen":
                entries[0] = entries[0] with { State = AnnouncementState.Announced };
                break;
            default:
                entries[1] = entries[1] with { Reason = null };
                break;
        }

        Assert.Contains(AnnouncementLog.Of(log.Authority, entries).Verify().Failures, failure => failure.Name == check);
    }

    // Threat: a redraw with the old secrets, on another frame, in an earlier round, with a party that withheld twice, or announced late.
    [Fact]
    public void Verify_RedrawAgainstTheRules_IsNamed()
    {
        var voided = AnnouncementLog.Of("330782", Honest().Entries.Take(2));
        var previous = voided.Entries[1].Hash;
        string? Primary(string text, TimeSpan? late = null) =>
            voided.Publish(s_at.AddDays(2) + (late ?? TimeSpan.Zero), text).OrThrow().Verify().Primary?.Name;
        Assert.Null(Primary(Text(3, previous)));
        Assert.Equal("log-commitments", Primary(Text(3, previous, seed: 2)));
        Assert.Equal("log-redraws", Primary(Text(3, previous, records: 59)));
        Assert.Null(Primary(Text(3, previous, records: 59, frameChange: "two branches were merged")));
        Assert.Equal("log-rounds", Primary(Text(3, previous, rounds: 0)));
        Assert.Equal("log-rounds", Primary(Text(3, previous), TimeSpan.FromSeconds(10)));
        Assert.Equal("log-chain", Primary(Text(3, default(Digest) is var zero ? Hash.Of(HashKind.Sha256, zero.ToArray()) : zero)));

        // The beacon without a schedule: only the order of rounds can be compared.
        var lottery = new BeaconRound("lottery", "SSQ", 5);
        var again = Add(
            Add(AnnouncementLog.Of("330782", []), Text(1, default, beacon: lottery)).Void(new("330782", "catering", 1), "no pulse").OrThrow(),
            Text(2, HashOf(Text(1, default, beacon: lottery)), beacon: lottery));
        Assert.Equal("log-redraws", again.Verify().Primary?.Name);
    }

    [Fact]
    public void Verify_PartyThatWithheldTwice_MayNotTakePartAgain()
    {
        var log = AnnouncementLog.Of("330782", []);
        var previous = default(Digest);
        for (var number = 1; number <= 3; number++)
        {
            var text = Text(number, previous);
            log = Add(log, text, number - 1);
            previous = HashOf(text);
            log = number < 3 ? log.Void(new("330782", "catering", number), "withheld", "notary").OrThrow() : log;
            Assert.Equal(number < 3 ? null : "log-redraws", log.Verify().Primary?.Name);
        }
    }

    // A matching under the draw's own round, or an earlier one, could still have its roster edited.
    [Fact]
    public void Verify_BundleAgainstItsLog_AcceptsAndRefuses()
    {
        var bundle = Samples.DrawAndMatch();
        var files = Samples.Files(bundle);
        VerificationReport Verify(AnnouncementLog log) =>
            BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null, log);
        AnnouncementLogEntry Entry(string text, DrawNumber draw, Digest hash, AnnouncementState state) =>
            new(new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero), draw, hash, text, state, state == AnnouncementState.Void ? "why" : null);
        var first = Entry(Encoding.UTF8.GetString(bundle.Announcement.Bytes.Span), bundle.Announcement.Terms.Draw, bundle.Announcement.Hash, AnnouncementState.Done);
        var second = Entry(
            Encoding.UTF8.GetString(bundle.Match!.Announcement.Bytes.Span), bundle.Match.Announcement.Terms.Draw, bundle.Match.Announcement.Hash, AnnouncementState.Done);
        string[] Names(params AnnouncementLogEntry[] entries) =>
            [.. Verify(AnnouncementLog.Of("330782", entries)).Failures.Select(check => check.Name)];

        // The sample's draw has number 7 and an earlier announcement; this log begins with it.
        Assert.Equal(["log-numbers", "log-chain"], Names(first, second));
        Assert.Equal(["log-numbers", "log-chain", "log-draw"], Names(first with { State = AnnouncementState.Void, Reason = "why" }, second));
        Assert.Contains("log-match", Names(first));
    }

    private static AnnouncementLog Honest()
    {
        var (one, two) = (Text(1, default), Text(2, HashOf(Text(1, default))));
        var log = Add(AnnouncementLog.Of("330782", []), one).Done(new("330782", "catering", 1)).OrThrow();
        log = Add(log, two).Void(new("330782", "catering", 2), "the notary withheld its secret", "notary").OrThrow();
        return Add(log, Text(3, HashOf(two)));
    }

    private static AnnouncementLog Add(AnnouncementLog log, string text, int? day = null) =>
        log.Publish(s_at.AddDays(day ?? log.Entries.Count), text).OrThrow();

    private static Digest HashOf(string text) => Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(text));

    private static string Text(
        int number, Digest previous, int? seed = null, int records = 60, string? frameChange = null, int? rounds = null, BeaconRound? beacon = null)
    {
        var frame = Vector.Build(Samples.Records.Take(records));
        var day = rounds ?? (number - 1);
        return Encoding.UTF8.GetString(Announcement.Create(Samples.Terms(frame) with
        {
            Draw = new DrawNumber("330782", "catering", number),
            Previous = previous,
            FrameChange = frameChange,
            Parties = ["bureau", "notary"],
            Commitments =
            [
                Commitment.Of(HashKind.Sha256, Samples.Bytes((byte)(100 + (seed ?? number)), 32)),
                Commitment.Of(HashKind.Sha256, Samples.Bytes((byte)(200 + (seed ?? number)), 32)),
            ],
            Beacons = [beacon ?? new BeaconRound("drand quicknet", "52db9ba7", s_round + (day * 86400 / 3))],
        }).Bytes.Span);
    }
}
