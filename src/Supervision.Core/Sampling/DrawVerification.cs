using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The checks of the draw of subjects, causes before consequences.</summary>
internal sealed class DrawVerification(BundleReader reader, CheckList checks)
{
    /// <summary>The announcement, when it could be read.</summary>
    public Announcement? Announcement { get; private set; }

    /// <summary>The recomputed selection, when there is one.</summary>
    public IReadOnlyList<string>? SelectedIds { get; private set; }

    public void Run()
    {
        Announcement = checks.File("announcement-file", BundleFile.Announcement, reader.Announcement());
        var rows = checks.File("frame-file", BundleFile.Frame, reader.Frame());
        var summary = checks.File("frame-summary-file", BundleFile.FrameSummary, reader.Summary());
        var reveal = checks.File("reveal-file", BundleFile.Reveal, reader.Reveal(BundleFile.Reveal));
        var published = checks.File("selection-file", BundleFile.Selection, reader.Selection());
        var frame = rows?.Build();

        SeedVerification.AnnouncementHash(
            checks, "announcement-hash", Announcement?.Hash, reveal?.AnnouncementHash, published?.AnnouncementHash);
        FrameChecks(rows, frame, summary);
        RateChecks(frame, published);
        var seed = SeedVerification.Seed(checks, "", Announcement?.Terms, reveal, value => DrawSeed.Derive(
            Announcement!.Terms.HashKind, Announcement.Hash, Announcement.Terms.FrameRoot, Announcement.Terms.FrameCount, value));
        SelectionChecks(frame, seed, published);
    }

    private void FrameChecks(FrameBuilder? rows, Frame? frame, PublishedSummary? summary)
    {
        if (rows is null || frame is null || Announcement is null)
        {
            checks.NotRun("frame-root", "frame-count", "frame-rows", "frame-summary");
            return;
        }

        var terms = Announcement.Terms;
        var root = frame.Root(terms.HashKind);
        checks.Same("frame-root", terms.FrameRoot, root);
        checks.Same("frame-count", terms.FrameCount, frame.Count);

        var withoutReason = Enumerable.Range(0, frame.Count).FirstOrDefault(frame.IsRemovedWithoutReasonAt, -1);
        checks.NoDifference(
            "frame-rows",
            rows.DoubleId() is { } twice ? ("unique ids", string.Join(" = ", twice.Message.Arguments))
            : !rows.CameInOrder ? ("rows by id bytes", "out of order")
            : withoutReason >= 0 ? ("weight above 0 or a reason", frame.RecordAt(withoutReason).Id)
            : null);
        if (summary is null)
        {
            checks.NotRun("frame-summary");
            return;
        }

        checks.NoDifference("frame-summary", Differences.First(
            [HashNames.InJson(terms.HashKind), Invariant.Text(frame.Count), $"{root}", .. frame.Counts().Select(Line)],
            [summary.Hash, Invariant.Text(summary.Count), $"{summary.Root}", .. summary.Counts.Select(Line)]));
    }

    private void RateChecks(Frame? frame, PublishedSelection? published)
    {
        if (frame is null || Announcement is null || published is null)
        {
            checks.NotRun("rates");
            return;
        }

        var rates = Announcement.Terms.Method.CellRates;
        var missing = (rates?.MissingFor(frame) ?? []).Select(cell => (Expected: $"{cell}: a rate", Actual: $"{cell}: none"));
        var changed = published.Rates.Where(cell => rates?.For(cell.Cell) != cell.Ppm).Select(cell =>
            (Expected: $"{cell.Cell}: {Ppm(rates?.For(cell.Cell))}", Actual: $"{cell.Cell}: {Ppm(cell.Ppm)}"));
        checks.NoDifference("rates", Differences.FirstOf(missing.Concat(changed)));
    }

    private void SelectionChecks(Frame? frame, Digest? seed, PublishedSelection? published)
    {
        if (frame is null || Announcement is null || seed is null || Announcement.Terms.Method.Misfit(frame) is not null
            || Announcement.Terms.Method is RotationMethod { Cycle: not null })
        {
            checks.NotRun("cells", "selection");
            return;
        }

        var terms = Announcement.Terms;
        var selection = terms.Method.Select(frame, new DrawKeys(terms.HashKind, seed.Value));
        SelectedIds = selection.SelectedIds;
        if (published is null)
        {
            checks.NotRun("cells", "selection");
            return;
        }

        checks.NoDifference("cells", Differences.First(
            [$"scheme {selection.Scheme}", .. JsonLines.Written(selection.WriteCuts)],
            [$"scheme {published.Scheme}", .. published.Cuts]));
        checks.NoDifference("selection", Differences.First(selection.SelectedIds, published.SelectedIds));
    }

    private static string Line(FrameCount count) =>
        $"{count.Cell} status {Invariant.Text(count.Status)}: {Invariant.Text(count.Count)}";

    private static string Ppm(int? ppm) => ppm is null ? "none" : $"{Invariant.Text(ppm.Value)} ppm";
}
