using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The rules of an announcement log, each a named check over all its entries.</summary>
internal sealed class LogVerification
{
    private readonly List<(AnnouncementLogEntry Entry, LoggedNotice Notice)> _all = [];
    private readonly List<(AnnouncementLogEntry Entry, LoggedNotice Notice)> _counting = [];

    public static void Run(AnnouncementLog log, CheckList checks)
    {
        var run = new LogVerification();
        checks.NoDifference("log-entries", run.Read(log));
        checks.NoDifference("log-ignored", run.Ignored());
        checks.NoDifference("log-numbers", run.Numbers());
        checks.NoDifference("log-chain", run.Chain());
        checks.NoDifference("log-ended", run.Ended());
        checks.NoDifference("log-commitments", run.Commitments());
        checks.NoDifference("log-rounds", run.Rounds());
        checks.NoDifference("log-redraws", run.Redraws());
    }

    // Each entry is what its text says, published in this order.
    private (string Expected, string Actual)? Read(AnnouncementLog log)
    {
        var last = DateTimeOffset.MinValue;
        (string, string)? wrong = null;
        foreach (var entry in log.Entries)
        {
            if (!LoggedNotice.Read(entry.Announcement).TryGet(out var notice, out var refusal))
            {
                wrong ??= ($"{entry.Draw}", refusal.ToString());
                continue;
            }

            wrong ??= notice.Hash != entry.Hash ? ($"{entry.Draw} {notice.Hash}", $"{entry.Draw} {entry.Hash}")
                : notice.Terms.Draw != entry.Draw ? ($"{notice.Terms.Draw}", $"{entry.Draw}")
                : entry.Draw.Authority != log.Authority ? (log.Authority, $"{entry.Draw}")
                : entry.At < last ? ($"{entry.Draw} after {Instant(last)}", $"{entry.Draw} {Instant(entry.At)}")
                : null;
            last = entry.At;
            _all.Add((entry, notice));
            if (entry.Counts)
            {
                _counting.Add((entry, notice));
            }
        }

        return wrong;
    }

    private (string, string)? Ignored()
    {
        for (var i = 0; i < _all.Count; i++)
        {
            var (entry, notice) = _all[i];
            var ignored = AnnouncementLog.WhyIgnored(_all.Take(i).Select(before => before.Entry), notice) is not null;
            if (ignored == entry.Counts)
            {
                return ($"{entry.Draw} {(ignored ? "ignored" : "counts")}", $"{entry.Draw} {(ignored ? "counts" : "ignored")}");
            }
        }

        return null;
    }

    private (string, string)? Numbers()
    {
        foreach (var programme in _counting.GroupBy(entry => entry.Entry.Draw.Programme, StringComparer.Ordinal))
        {
            foreach (var (index, (entry, _)) in programme.Index())
            {
                if (entry.Draw.Number != index + 1)
                {
                    return ($"{entry.Draw with { Number = index + 1 }}", $"{entry.Draw}");
                }
            }
        }

        return null;
    }

    private (string, string)? Chain()
    {
        var previous = default(Digest);
        foreach (var (entry, notice) in _counting)
        {
            if (notice.Terms.Previous != previous)
            {
                return ($"{entry.Draw} prev {previous}", $"{entry.Draw} prev {notice.Terms.Previous}");
            }

            previous = notice.Hash;
        }

        return null;
    }

    // A number ends before the next one of its programme is published; a void one says why.
    private (string, string)? Ended()
    {
        foreach (var programme in _counting.GroupBy(entry => entry.Entry.Draw.Programme, StringComparer.Ordinal))
        {
            if (programme.SkipLast(1).FirstOrDefault(entry => entry.Entry.State == AnnouncementState.Announced).Entry is { } open)
            {
                return ($"{open.Draw} done or void", $"{open.Draw} announced");
            }
        }

        return _counting.FirstOrDefault(entry =>
            entry.Entry.State == AnnouncementState.Void && string.IsNullOrWhiteSpace(entry.Entry.Reason)).Entry is { } mute
                ? ($"{mute.Draw} void for a reason", $"{mute.Draw} void")
                : null;
    }

    private (string, string)? Commitments()
    {
        var seen = new Dictionary<Digest, DrawNumber>();
        foreach (var (entry, notice) in _counting)
        {
            foreach (var commitment in notice.Terms.Commitments)
            {
                if (!seen.TryAdd(commitment, entry.Draw))
                {
                    return ($"{entry.Draw} new secrets", $"{commitment} of {seen[commitment]}");
                }
            }
        }

        return null;
    }

    // In time before the round, where the source's schedule is known; and a matching after the draw that it is for.
    private (string, string)? Rounds()
    {
        foreach (var (entry, notice) in _counting)
        {
            foreach (var round in notice.Terms.Beacons)
            {
                if (!BeaconTiming.IsInTime(round, entry.At))
                {
                    var last = BeaconSources.For(round).DueAt(round)!.Value - BeaconTiming.Notice;
                    return ($"{entry.Draw} until {Instant(last)}", $"{entry.Draw} {Instant(entry.At)}");
                }
            }

            var draw = notice.Terms is MatchTerms match
                ? _counting.FirstOrDefault(other => other.Notice.Hash == match.DrawAnnouncement).Notice
                : null;
            if (draw is not null && LaterRound.FirstWrong(draw.Terms.Beacons, notice.Terms.Beacons) is var (earlier, later))
            {
                return ($"{entry.Draw} after {earlier}", $"{entry.Draw} {later}");
            }
        }

        return null;
    }

    // After a void draw: a later round, the same frame unless the announcement says why, and nobody who withheld twice.
    private (string, string)? Redraws()
    {
        foreach (var programme in _counting.GroupBy(entry => entry.Entry.Draw.Programme, StringComparer.Ordinal))
        {
            foreach (var (before, redraw) in programme.Zip(programme.Skip(1)).Where(pair => pair.First.Entry.State == AnnouncementState.Void))
            {
                if (LaterRound.FirstWrong(before.Notice.Terms.Beacons, redraw.Notice.Terms.Beacons) is var (earlier, later))
                {
                    return ($"{redraw.Entry.Draw} after {earlier}", $"{redraw.Entry.Draw} {later}");
                }

                if (before.Notice.Terms is AnnouncementTerms old
                    && redraw.Notice.Terms is AnnouncementTerms { FrameChange: null } now
                    && old.FrameRoot != now.FrameRoot)
                {
                    return ($"{redraw.Entry.Draw} {old.FrameRoot}, or frame-change", $"{redraw.Entry.Draw} {now.FrameRoot}");
                }
            }

            foreach (var (index, (entry, notice)) in programme.Index())
            {
                var twice = programme.Take(index).Select(before => before.Entry.Party).OfType<string>()
                    .GroupBy(party => party, StringComparer.Ordinal)
                    .FirstOrDefault(party => party.Count() > 1 && notice.Terms.Parties.Contains(party.Key, StringComparer.Ordinal));
                if (twice is not null)
                {
                    return ($"{entry.Draw} without {twice.Key}", $"{entry.Draw} with {twice.Key}");
                }
            }
        }

        return null;
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
