namespace Supervision.Sampling;

/// <summary>The files of a published bundle, format <see cref="Format"/>. docs/reference/published-bundle.md has the fields.</summary>
public static class BundleFile
{
    /// <summary>Name and version of the format; every JSON file states it.</summary>
    public const string Format = "supervision-draw-bundle/1";

    /// <summary>The announcement of the draw, its exact bytes.</summary>
    public const string Announcement = "announcement.txt";

    /// <summary>The frame, a row a subject.</summary>
    public const string Frame = "frame.csv";

    /// <summary>The leaf hashes of a salted frame, in its public form instead of <see cref="Frame"/>.</summary>
    public const string FrameLeaves = "frame-leaves.txt";

    /// <summary>Count, root and numbers per cell and status of the frame.</summary>
    public const string FrameSummary = "frame.json";

    /// <summary>Secrets, beacon values and seed of the draw.</summary>
    public const string Reveal = "reveal.json";

    /// <summary>The subjects drawn and the cuts of each cell.</summary>
    public const string Selection = "selection.json";

    /// <summary>Of a sealed draw: the commitment to its list.</summary>
    public const string ListCommitment = "list-commitment.json";

    /// <summary>Of a rotation: the announcement that opened its cycle.</summary>
    public const string CycleAnnouncement = "cycle-announcement.txt";

    /// <summary>Of a rotation: secrets, beacon values and seed of the draw that opened its cycle.</summary>
    public const string CycleReveal = "cycle-reveal.json";

    /// <summary>The reserves that took the place of drawn subjects, when there are any.</summary>
    public const string Reserves = "reserves.json";

    /// <summary>The announcement of the matching, its exact bytes.</summary>
    public const string MatchAnnouncement = "match-announcement.txt";

    /// <summary>The officers.</summary>
    public const string Roster = "roster.csv";

    /// <summary>The tasks and their subjects.</summary>
    public const string Tasks = "tasks.csv";

    /// <summary>The recusals.</summary>
    public const string Recusals = "recusals.csv";

    /// <summary>Secrets, beacon values and seed of the matching.</summary>
    public const string MatchReveal = "match-reveal.json";

    /// <summary>The teams.</summary>
    public const string Matching = "matching.json";

    /// <summary>Officers who were replaced after the matching; absent when nobody was.</summary>
    public const string MatchRedraws = "match-redraws.json";

    /// <summary>The files of every bundle.</summary>
    public static IReadOnlyList<string> OfDraw { get; } = [Announcement, Frame, FrameSummary, Reveal, Selection];

    /// <summary>The files of a bundle with a matching, besides those of the draw: all of them or none.</summary>
    public static IReadOnlyList<string> OfMatching { get; } =
        [MatchAnnouncement, Roster, Tasks, Recusals, MatchReveal, Matching];

    /// <summary>Every file that a bundle can have, in the order in which a reader wants them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfDraw, FrameLeaves, ListCommitment, CycleAnnouncement, CycleReveal, Reserves, .. OfMatching, MatchRedraws];
}
