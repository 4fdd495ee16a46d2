using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Checks a published bundle by computing everything again from announcement, frame and reveal. It trusts no result file.
/// What it cannot know: whether the announcement was public before the beacon, and whether the beacon values are those
/// of the source; docs/reference/published-bundle.md says how to check that by hand. Pure.
/// </summary>
public static class BundleVerifier
{
    /// <summary>
    /// Verifies a bundle. Never throws for what is in the files: a missing or malformed file is a failed check named after
    /// it, and checks that need it are reported as not run.
    /// </summary>
    /// <param name="open">Opens the file of that name for reading, or returns null when there is none.</param>
    public static VerificationReport Verify(Func<string, Stream?> open) => Verify(open, log: null);

    /// <summary>As <see cref="Verify(Func{string, Stream})"/>, and checks that the log keeps its rules and accepts the announcements.</summary>
    /// <param name="open">Opens the file of that name for reading, or returns null when there is none.</param>
    /// <param name="log">The log of the authority's announcements; null for none.</param>
    public static VerificationReport Verify(Func<string, Stream?> open, AnnouncementLog? log)
    {
        ArgumentNullException.ThrowIfNull(open);
        var reader = new BundleReader(open);
        var checks = new CheckList();
        var draw = new DrawVerification(reader, checks);
        draw.Run();
        var hasMatching = BundleFile.OfMatching.Any(reader.Exists);
        MatchAnnouncement? match = null;
        if (hasMatching)
        {
            new MatchVerification(reader, checks, draw.Announcement, draw.ListForTasks()).Run();
            match = reader.MatchAnnouncement().TryGet(out var notice, out _) ? notice : null;
            RoundCheck(checks, draw.Announcement, match);
        }

        if (log is not null)
        {
            LogVerification.Run(log, checks);
            LogCheck(checks, "log-draw", log, draw.Announcement?.Hash);
            if (hasMatching)
            {
                LogCheck(checks, "log-match", log, match?.Hash);
            }
        }

        return new VerificationReport(checks.Checks, hasMatching);
    }

    // Under a round that is no later than the draw's, the roster could be edited after the seed was known.
    private static void RoundCheck(CheckList checks, Announcement? draw, MatchAnnouncement? match)
    {
        if (draw is not null && match is not null)
        {
            var wrong = LaterRound.FirstWrong(draw.Terms.Beacons, match.Terms.Beacons);
            checks.NoDifference("match-round", wrong is var (earlier, later) ? ($"{earlier}", $"{later}") : null);
        }
    }

    private static void LogCheck(CheckList checks, string name, AnnouncementLog log, Digest? hash)
    {
        if (hash is not { } announced)
        {
            checks.NotRun(name);
            return;
        }

        var state = log.Find(announced)?.State;
        checks.NoDifference(name, state is AnnouncementState.Announced or AnnouncementState.Done
            ? null
            : ($"{announced}", state is null ? "not in the log" : "void"));
    }
}
