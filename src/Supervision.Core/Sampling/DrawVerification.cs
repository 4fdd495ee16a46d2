using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The checks of the draw of subjects, causes before consequences.</summary>
internal sealed class DrawVerification(BundleReader reader, CheckList checks)
{
    private static readonly string[] s_results = ["cells", "selection"];

    private FrameVerification? _frame;
    private PublishedReveal? _reveal;
    private PublishedSelection? _published;
    private PublishedListCommitment? _list;
    private PublishedReserves? _reserves;
    private Selection? _selection;

    /// <summary>The announcement, when it could be read.</summary>
    public Announcement? Announcement { get; private set; }

    /// <summary>The recomputed selection, when there is one; the published one where a salted frame keeps it from us.</summary>
    public IReadOnlyList<string>? SelectedIds { get; private set; }

    /// <summary>
    /// The list that the tasks must be about: the one that stood when officers were matched. Reserves may have been used before
    /// that and after it, hence it is the list after some number of uses.
    /// </summary>
    public IReadOnlyList<string>? ListForTasks()
    {
        if (_selection is null || _reserves is null || !reader.Tasks().TryGet(out var tasks, out _))
        {
            return SelectedIds;
        }

        string[] subjects = [.. tasks.Select(task => task.SubjectId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var stood = Enumerable.Range(0, _reserves.Uses.Count + 1)
            .Select(count => ReserveLog.After(_selection, [.. _reserves.Uses.Take(count)]));
        return stood.FirstOrDefault(list => list.SequenceEqual(subjects, StringComparer.Ordinal)) ?? SelectedIds;
    }

    private AnnouncementTerms? Terms => Announcement?.Terms;

    /// <summary>Whether the announced secret is still back, rightly: then nothing that follows from the seed is public.</summary>
    private bool IsSealed => Terms?.SealedSecret is { } j && _reveal is not null && _reveal.Secrets.ElementAtOrDefault(j - 1) is null;

    public void Run()
    {
        ReadFiles();
        SeedVerification.AnnouncementHash(
            checks, "announcement-hash", Announcement?.Hash, _reveal?.AnnouncementHash, _published?.AnnouncementHash,
            _list?.AnnouncementHash, _reserves?.AnnouncementHash);
        _frame!.Run(Terms);
        RateChecks();
        var seed = SeedVerification.Seed(checks, "", Terms, _reveal, Derive(Announcement));
        var (cycleSeed, cycleIsSealed) = Cycle();
        SelectionChecks(seed, cycleSeed, cycleIsSealed);
    }

    private void ReadFiles()
    {
        Announcement = checks.File("announcement-file", BundleFile.Announcement, reader.Announcement());
        _frame = FrameVerification.Read(reader, checks, Terms);
        _reveal = checks.File("reveal-file", BundleFile.Reveal, reader.Reveal(BundleFile.Reveal));
        if (IsSealed)
        {
            checks.Withheld("selection-file");
        }
        else
        {
            _published = checks.File("selection-file", BundleFile.Selection, reader.Selection());
        }

        if (Terms?.SealedSecret is not null)
        {
            _list = checks.File("list-commitment-file", BundleFile.ListCommitment, reader.ListCommitment());
        }

        if (reader.Exists(BundleFile.Reserves))
        {
            _reserves = checks.File("reserves-file", BundleFile.Reserves, reader.Reserves());
        }
    }

    private void RateChecks()
    {
        if (IsSealed)
        {
            checks.Withheld("rates");
            return;
        }

        if (!_frame!.IsReadable || Terms is null || _published is null)
        {
            checks.NotRun("rates");
            return;
        }

        var rates = Terms.Method.CellRates;
        var missing = _frame.Frame is { } frame && rates is not null ? rates.MissingFor(frame) : [];
        var changed = _published.Rates.Where(cell => rates?.For(cell.Cell) != cell.Ppm).Select(cell =>
            (Expected: $"{cell.Cell}: {Ppm(rates?.For(cell.Cell))}", Actual: $"{cell.Cell}: {Ppm(cell.Ppm)}"));
        checks.NoDifference("rates", Differences.FirstOf(
            missing.Select(cell => (Expected: $"{cell}: a rate", Actual: $"{cell}: none")).Concat(changed)));
    }

    /// <summary>The seed of the draw that opened the cycle, when another one did.</summary>
    private (Digest? Seed, bool IsSealed) Cycle()
    {
        if (Terms?.Method is not RotationMethod { Cycle: { } announced })
        {
            return (null, false);
        }

        var opening = checks.File(
            "cycle-announcement-file", BundleFile.CycleAnnouncement, reader.Announcement(BundleFile.CycleAnnouncement));
        var reveal = checks.File("cycle-reveal-file", BundleFile.CycleReveal, reader.Reveal(BundleFile.CycleReveal));
        if (opening is null)
        {
            checks.NotRun("cycle");
        }
        else
        {
            checks.NoDifference("cycle", Differences.First(
                [$"{announced}", $"{announced}", "cycle: opens"],
                [$"{opening.Hash}", $"{reveal?.AnnouncementHash ?? announced}", DrawCycle.Opens(opening) ? "cycle: opens" : "not a prn that opens"]));
        }

        var seed = SeedVerification.Seed(checks, "cycle-", opening?.Terms, reveal, Derive(opening));
        return (opening is not null && opening.Hash == announced ? seed : null, seed is null && reveal?.Whole is null && opening?.Terms.SealedSecret is not null);
    }

    private void SelectionChecks(Digest? seed, Digest? cycleSeed, bool cycleIsSealed)
    {
        if (IsSealed || cycleIsSealed || (_frame!.IsWithheld && _published is not null))
        {
            SelectedIds = IsSealed ? null : _published?.SelectedIds;
            checks.Withheld(s_results);
            checks.Withheld([.. OptionalResults()]);
            return;
        }

        var frame = _frame.Frame;
        if (frame is null || Terms is null || seed is null || Terms.Method.Misfit(frame) is not null
            || (Terms.Method is RotationMethod { Cycle: not null } && cycleSeed is null))
        {
            checks.NotRun(s_results);
            checks.NotRun([.. OptionalResults()]);
            return;
        }

        var selection = Terms.Method.Select(frame, new DrawKeys(Terms.HashKind, seed.Value, cycleSeed));
        (_selection, SelectedIds) = (selection, selection.SelectedIds);
        if (_published is null)
        {
            checks.NotRun(s_results);
        }
        else
        {
            checks.NoDifference("cells", Differences.First(
                [$"scheme {selection.Scheme}", .. JsonLines.Written(selection.WriteCuts)],
                [$"scheme {_published.Scheme}", .. _published.Cuts]));
            checks.NoDifference("selection", Differences.First(selection.SelectedIds, _published.SelectedIds));
        }

        ListCheck(selection);
        if (_reserves is not null)
        {
            checks.NoDifference("reserves", ReserveLog.FirstWrong(selection, _reserves.Uses));
        }
    }

    private void ListCheck(Selection selection)
    {
        if (Terms!.SealedSecret is not { } j)
        {
            return;
        }

        if (_list is null)
        {
            checks.NotRun("list-commitment");
            return;
        }

        checks.Same(
            "list-commitment",
            ListCommitment.Of(Terms.HashKind, _reveal!.Secrets[j - 1]!, selection.SelectedIds),
            _list.Commitment);
    }

    private IEnumerable<string> OptionalResults()
    {
        if (Terms?.SealedSecret is not null)
        {
            yield return "list-commitment";
        }

        if (_reserves is not null)
        {
            yield return "reserves";
        }
    }

    private static Func<DrawReveal, Digest> Derive(Announcement? announcement) => reveal => DrawSeed.Derive(
        announcement!.Terms.HashKind, announcement.Hash, announcement.Terms.FrameRoot, announcement.Terms.FrameCount, reveal);

    private static string Ppm(int? ppm) => ppm is null ? "none" : $"{Invariant.Text(ppm.Value)} ppm";
}
