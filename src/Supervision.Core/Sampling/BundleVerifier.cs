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
    public static VerificationReport Verify(Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var reader = new BundleReader(open);
        var checks = new CheckList();
        var draw = new DrawVerification(reader, checks);
        draw.Run();
        var hasMatching = BundleFile.OfMatching.Any(reader.Exists);
        if (hasMatching)
        {
            new MatchVerification(reader, checks, draw.Announcement, draw.ListForTasks()).Run();
        }

        return new VerificationReport(checks.Checks, hasMatching);
    }
}
