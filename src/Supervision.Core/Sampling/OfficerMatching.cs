using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The method <c>match</c>: two officers a task, drawn so that loads stay level, then exchanged along shortest paths
/// until no further slot can be filled. Pure and thread-safe; a change of the method would be a new method name.
/// </summary>
/// <legal source="行政处罚法" article="第四十二条" />
public static class OfficerMatching
{
    /// <summary>The name in an announcement's <c>scheme</c> line.</summary>
    public const string Scheme = "match";

    /// <summary>Matches officers with tasks.</summary>
    /// <param name="kind">The hash function.</param>
    /// <param name="seed">The seed of this matching.</param>
    /// <param name="officers">The roster, in any order.</param>
    /// <param name="tasks">The task list, in any order. At most one officer of a team is unqualified for the item.</param>
    /// <param name="recusals">Who must not serve on what, in any order.</param>
    /// <param name="cap">Most tasks an officer may have, the load at the start included: 1 to 65,535.</param>
    /// <exception cref="ArgumentException">
    /// SUP4041 an id is malformed; SUP4042 an id stands twice; SUP4043 a recusal names nobody or stands twice; SUP4044 a
    /// department, item or subject id is malformed or an item stands twice; SUP4045 a load is not in 0..65,535; SUP4046 the
    /// cap is not in 1..65,535.
    /// </exception>
    public static Matching Match(
        HashKind kind,
        Digest seed,
        IReadOnlyCollection<MatchOfficer> officers,
        IReadOnlyCollection<MatchTask> tasks,
        IReadOnlyCollection<MatchRecusal> recusals,
        int cap)
    {
        var input = Checked(officers, tasks, recusals);
        if (cap is < 1 or > ushort.MaxValue)
        {
            throw Invalid.Argument(nameof(cap), "SUP4046", Invariant.Text(cap));
        }

        return new MatchRun(kind, seed, input, cap).Run();
    }

    /// <summary>
    /// The smallest cap at which no more slots stay empty than under any larger one. It depends on no seed, so it can be
    /// found before the matching is announced. A cap of one more leaves room for later replacements.
    /// </summary>
    /// <exception cref="ArgumentException">As <see cref="Match"/>, without SUP4046.</exception>
    public static MatchCap SmallestCap(
        IReadOnlyCollection<MatchOfficer> officers,
        IReadOnlyCollection<MatchTask> tasks,
        IReadOnlyCollection<MatchRecusal> recusals) => CapSearch.Find(Checked(officers, tasks, recusals));

    /// <summary>
    /// Says why slots of a matching stay empty: a shortage for each group of tasks that compete for the same officers, by
    /// the first task's id. Their <see cref="MatchShortage.Missing"/> add up to the empty slots.
    /// </summary>
    /// <param name="officers">The roster that was matched.</param>
    /// <param name="tasks">The task list that was matched.</param>
    /// <param name="recusals">The recusals that were heeded.</param>
    /// <param name="cap">The cap.</param>
    /// <param name="matching">What <see cref="Match"/> gave for them.</param>
    /// <exception cref="ArgumentException">As <see cref="Match"/>.</exception>
    public static IReadOnlyList<MatchShortage> Shortages(
        IReadOnlyCollection<MatchOfficer> officers,
        IReadOnlyCollection<MatchTask> tasks,
        IReadOnlyCollection<MatchRecusal> recusals,
        int cap,
        Matching matching)
    {
        ArgumentNullException.ThrowIfNull(matching);
        return ShortageSearch.Of(Checked(officers, tasks, recusals), cap, matching);
    }

    private static MatchInput Checked(
        IReadOnlyCollection<MatchOfficer> officers,
        IReadOnlyCollection<MatchTask> tasks,
        IReadOnlyCollection<MatchRecusal> recusals)
    {
        ArgumentNullException.ThrowIfNull(officers);
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(recusals);
        return MatchInput.Check(officers, tasks, recusals) is { } refusal
            ? throw Invalid.Argument(refusal, nameof(officers))
            : MatchInput.Of(officers, tasks, recusals);
    }
}
