using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>A matching with everything that it was computed from, ready to be published. Immutable.</summary>
public sealed record MatchBundle
{
    private MatchBundle()
    {
    }

    /// <summary>The notice published before the beacon.</summary>
    public required MatchAnnouncement Announcement { get; init; }

    /// <summary>The roster, by officer id.</summary>
    public required IReadOnlyList<MatchOfficer> Officers { get; init; }

    /// <summary>The tasks, by task id.</summary>
    public required IReadOnlyList<MatchTask> Tasks { get; init; }

    /// <summary>The recusals, by officer id, then task id.</summary>
    public required IReadOnlyList<MatchRecusal> Recusals { get; init; }

    /// <summary>Secrets and beacon values.</summary>
    public required DrawReveal Reveal { get; init; }

    /// <summary>The seed derived from announcement and reveal.</summary>
    public required Digest Seed { get; init; }

    /// <summary>The teams.</summary>
    public required Matching Matching { get; init; }

    /// <summary>Officers who were replaced afterwards, in order.</summary>
    public IReadOnlyList<OfficerRedraw> Redraws { get; private init; } = [];

    /// <summary>The teams as they stand after all replacements, by task id.</summary>
    public IReadOnlyList<MatchTeam> CurrentTeams => Replay().Teams;

    /// <summary>Why slots stay empty; none when every team is whole.</summary>
    public IReadOnlyList<MatchShortage> Shortages =>
        OfficerMatching.Shortages(Officers, Tasks, Recusals, Announcement.Terms.Cap, Matching);

    /// <summary>Derives the seed and matches, on exactly what was announced.</summary>
    /// <exception cref="ArgumentException">
    /// SUP4035: roster, task list or recusals are not the announced ones. Also all that <see cref="DrawSeed"/> and
    /// <see cref="OfficerMatching"/> throw.
    /// </exception>
    public static MatchBundle Run(
        MatchAnnouncement announcement,
        IReadOnlyCollection<MatchOfficer> officers,
        IReadOnlyCollection<MatchTask> tasks,
        IReadOnlyCollection<MatchRecusal> recusals,
        DrawReveal reveal)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (MatchInput.Check(officers, tasks, recusals) is { } refusal)
        {
            throw Invalid.Argument(refusal, nameof(officers));
        }

        var terms = announcement.Terms;
        CheckAnnounced("roster-root", terms.OfficerCount, officers.Count, terms.RosterRoot, MatchRoots.Roster(terms.HashKind, officers));
        CheckAnnounced("task-list-root", terms.TaskCount, tasks.Count, terms.TaskListRoot, MatchRoots.Tasks(terms.HashKind, tasks));
        CheckAnnounced("recusal-root", terms.RecusalCount, recusals.Count, terms.RecusalRoot, MatchRoots.Recusals(terms.HashKind, recusals));
        var seed = DrawSeed.Derive(announcement, reveal);
        return new MatchBundle
        {
            Announcement = announcement,
            Officers = [.. officers.OrderBy(officer => officer.Id, StringComparer.Ordinal)],
            Tasks = [.. tasks.OrderBy(task => task.Id, StringComparer.Ordinal)],
            Recusals =
            [
                .. recusals.OrderBy(recusal => recusal.OfficerId, StringComparer.Ordinal)
                    .ThenBy(recusal => recusal.TaskId, StringComparer.Ordinal),
            ],
            Reveal = reveal,
            Seed = seed,
            Matching = OfficerMatching.Match(terms.HashKind, seed, officers, tasks, recusals, terms.Cap),
        };
    }

    /// <summary>
    /// Reads the files of a matching back and computes it again. SUP4050 to SUP4053: a file is missing or malformed;
    /// SUP4254: a replacement is not the one of the method.
    /// </summary>
    /// <param name="open">Opens the file of that name for reading, or returns null when there is none.</param>
    /// <exception cref="ArgumentException">The files do not fit together; <see cref="BundleVerifier"/> says where.</exception>
    public static Outcome<MatchBundle> Read(Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var reader = new BundleReader(open);
        if (!reader.MatchAnnouncement().TryGet(out var announcement, out var refusal)
            || !reader.Roster().TryGet(out var officers, out refusal)
            || !reader.Tasks().TryGet(out var tasks, out refusal)
            || !reader.Recusals().TryGet(out var recusals, out refusal)
            || !reader.Reveal(BundleFile.MatchReveal).TryGet(out var reveal, out refusal))
        {
            return refusal;
        }

        if (reveal.Whole is not { } opened)
        {
            return Refusal.Of("SUP4053", BundleFile.MatchReveal, "secrets");
        }

        var bundle = Run(announcement, officers, tasks, recusals, opened);
        if (!reader.Exists(BundleFile.MatchRedraws))
        {
            return bundle;
        }

        if (!reader.Redraws().TryGet(out var published, out refusal))
        {
            return refusal;
        }

        bundle = bundle with { Redraws = published.Redraws };
        return bundle.Replay().Wrong is { } wrong ? Refusal.Of("SUP4254", wrong.Expected, wrong.Actual) : bundle;
    }

    /// <summary>
    /// Replaces an officer by the next one of the method: the candidate with least (load, m, id), loads counted over the
    /// teams as they stand, without anybody who left this task before. No other team changes.
    /// </summary>
    /// <param name="taskId">The task. SUP4250: there is none.</param>
    /// <param name="left">Who leaves. SUP4251: not on the team.</param>
    /// <param name="reason">Why, one line. SUP4252 when empty.</param>
    /// <param name="approver">Who approved it. SUP4252 when empty.</param>
    /// <param name="at">When. SUP4253 when before the last replacement.</param>
    public Outcome<MatchBundle> Redraw(string taskId, string left, string reason, string approver, DateTimeOffset at)
    {
        if (!Texts.IsLabel(reason) || !Texts.IsLabel(approver))
        {
            return Refusal.Of("SUP4252", taskId);
        }

        if (Redraws.Count > 0 && at < Redraws[^1].At)
        {
            return Refusal.Of("SUP4253", RedrawFile.Text(at), RedrawFile.Text(Redraws[^1].At));
        }

        return Replay().Replace(taskId, left, out var newcomer) is { } refusal
            ? refusal
            : this with { Redraws = [.. Redraws, new OfficerRedraw(taskId, left, newcomer, reason, approver, at)] };
    }

    private RedrawRun Replay()
    {
        var terms = Announcement.Terms;
        var run = new RedrawRun(terms.HashKind, Seed, MatchInput.Of(Officers, Tasks, Recusals), terms.Cap, Matching);
        run.Replay(Redraws);
        return run;
    }

    /// <summary>Writes the files of the matching alone, to stand beside those of the draw of subjects.</summary>
    /// <param name="create">Opens the file of that name for writing; the stream is disposed here.</param>
    public void Write(Func<string, Stream> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        new BundleWriter(create).Write(this);
    }

    private static void CheckAnnounced(string what, int announced, int count, Digest root, Digest actual)
    {
        if (announced != count || root != actual)
        {
            throw Invalid.Argument("announcement", "SUP4035", what, root.ToString(), actual.ToString());
        }
    }
}
