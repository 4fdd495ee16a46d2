using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The checks of the frame: of the rows, or of the leaf hashes alone in the public form of a salted frame.</summary>
internal sealed class FrameVerification
{
    private readonly CheckList _checks;
    private readonly FrameBuilder? _rows;
    private readonly List<Digest>? _leaves;
    private readonly PublishedSummary? _summary;

    private FrameVerification(CheckList checks, FrameBuilder? rows, List<Digest>? leaves, PublishedSummary? summary)
    {
        (_checks, _rows, _leaves, _summary) = (checks, rows, leaves, summary);
        Frame = rows?.Build();
    }

    /// <summary>The frame, when its rows are here.</summary>
    public Frame? Frame { get; }

    /// <summary>Whether only leaf hashes are here, rightly.</summary>
    public bool IsWithheld => _leaves is not null;

    public bool IsReadable => Frame is not null || _leaves is not null;

    public static FrameVerification Read(BundleReader reader, CheckList checks, AnnouncementTerms? terms)
    {
        var leavesOnly = terms is { IsSalted: true } && !reader.Exists(BundleFile.Frame) && reader.Exists(BundleFile.FrameLeaves);
        var rows = leavesOnly ? null : checks.File("frame-file", BundleFile.Frame, reader.Frame());
        var leaves = leavesOnly ? checks.File("frame-file", BundleFile.FrameLeaves, reader.Leaves()) : null;
        return new FrameVerification(
            checks, rows, leaves, checks.File("frame-summary-file", BundleFile.FrameSummary, reader.Summary()));
    }

    public void Run(AnnouncementTerms? terms)
    {
        if (terms is null || !IsReadable)
        {
            _checks.NotRun("frame-root", "frame-count", "frame-rows", "frame-summary");
            return;
        }

        var root = Frame?.Root(terms.HashKind) ?? RootOf(terms.HashKind, _leaves!);
        _checks.Same("frame-root", terms.FrameRoot, root);
        var count = Frame?.Count ?? _leaves!.Count;
        _checks.Same("frame-count", terms.FrameCount, count);
        if (Frame is not null)
        {
            _checks.NoDifference("frame-rows", WrongRow(terms));
        }
        else
        {
            _checks.Withheld("frame-rows");
        }

        if (_summary is null)
        {
            _checks.NotRun("frame-summary");
            return;
        }

        // Without rows the counts cannot be checked one by one, but they must add up.
        string[] counts = Frame is not null
            ? [.. Frame.Counts().Select(Line)]
            : [Invariant.Text(_leaves!.Count)];
        string[] published = Frame is not null
            ? [.. _summary.Counts.Select(Line)]
            : [Invariant.Text(_summary.Counts.Sum(line => (long)line.Count))];
        _checks.NoDifference("frame-summary", Differences.First(
            [HashNames.InJson(terms.HashKind), Invariant.Text(count), $"{root}", .. counts],
            [_summary.Hash, Invariant.Text(_summary.Count), $"{_summary.Root}", .. published]));
    }

    private (string Expected, string Actual)? WrongRow(AnnouncementTerms terms)
    {
        var withoutReason = Enumerable.Range(0, Frame!.Count).FirstOrDefault(Frame.IsRemovedWithoutReasonAt, -1);
        return _rows!.DoubleId() is { } twice ? ("unique ids", string.Join(" = ", twice.Message.Arguments))
            : !_rows.CameInOrder ? ("rows by id bytes", "out of order")
            : withoutReason >= 0 ? ("weight above 0 or a reason", Frame.RecordAt(withoutReason).Id)
            : Frame.IsSalted != terms.IsSalted ? (terms.IsSalted ? "salted" : "plain", Frame.IsSalted ? "salted" : "plain")
            : null;
    }

    private static Digest RootOf(HashKind kind, List<Digest> leaves)
    {
        var frontier = new MerkleFrontier(kind);
        leaves.ForEach(frontier.Append);
        return frontier.Root();
    }

    private static string Line(FrameCount count) =>
        $"{count.Cell} status {Invariant.Text(count.Status)}: {Invariant.Text(count.Count)}";
}
