using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>One version of a policy among the packs that it may use. Immutable; thread-safe.</summary>
/// <param name="Pack">The version.</param>
/// <param name="Timeline">The version and those before it, where they price events.</param>
/// <param name="Registry">The packs among which the results that it uses are found.</param>
internal sealed record PackVersion(RulePack Pack, PackTimeline Timeline, RulePackRegistry Registry)
{
    /// <summary>What the pack and all that it uses may name.</summary>
    public IReadOnlyList<PackVocabulary> Vocabularies { get; } = Pack.Uses.Count == 0
        ? [Pack.Vocabulary]
        : [.. Registry.Closure(Pack).Select(pack => pack.Vocabulary)];

    /// <summary>Folds a history and decides; each pack sees the results that were issued under its own policy.</summary>
    public PackOutcome Evaluate(SubjectHistory history, DateOnly asOf, DateOnly known)
    {
        var own = Own(history);
        return PackEvaluation.Of(Pack, LedgerRun.Read(own, Timeline, asOf, known), asOf, Used(history, asOf, known));
    }

    /// <summary>The results of the other policies, each by its version in force on the day.</summary>
    public IReadOnlyDictionary<string, UsedResult> Used(SubjectHistory history, DateOnly asOf, DateOnly known)
    {
        if (Pack.Uses.Count == 0)
        {
            return CaseScope.NothingUsed;
        }

        // Several decisions of one policy are taken from one fold.
        var answers = new Dictionary<string, (PackVersion Version, PackOutcome Outcome)?>(StringComparer.Ordinal);
        return Pack.Uses.ToDictionary(use => use.Name, use => Result(use, history, asOf, known, answers), StringComparer.Ordinal);
    }

    private UsedResult Result(
        PackUse use, SubjectHistory history, DateOnly asOf, DateOnly known, Dictionary<string, (PackVersion Version, PackOutcome Outcome)?> answers)
    {
        if (!answers.TryGetValue(use.Policy, out var answer))
        {
            answer = Registry.Find(use.Policy, asOf) is { } version
                ? (version, version.Evaluate(Given(history), asOf, known))
                : null;
            answers.Add(use.Policy, answer);
        }

        if (answer is not { } given)
        {
            return new UsedResult(default);
        }

        var result = given.Outcome.Results.First(result =>
            Enumerable.Range(0, result.Decision.Outputs.Count).Any(at => string.Equals(result.Decision.NameOf(at), use.Decision, StringComparison.Ordinal)));
        return new UsedResult(
            result.Gap is null ? given.Outcome.Value(use.Decision) : default, result.Gap, given.Version.Pack.Reference,
            () => PolicyDecisions.Explain(given.Version.Pack, given.Outcome, history.SubjectId));
    }

    // A result that names no policy is one of the policy that decides.
    private SubjectHistory Own(SubjectHistory history) => history.Issued.All(IsOwn) ? history
        : history with { Issued = [.. history.Issued.Where(IsOwn)] };

    private bool IsOwn(IssuedResult issued) => issued.Policy is null || string.Equals(issued.Policy, Pack.Reference.Id, StringComparison.Ordinal);

    private static SubjectHistory Given(SubjectHistory history) => history.Issued.All(issued => issued.Policy is not null) ? history
        : history with { Issued = [.. history.Issued.Where(issued => issued.Policy is not null)] };
}
