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
