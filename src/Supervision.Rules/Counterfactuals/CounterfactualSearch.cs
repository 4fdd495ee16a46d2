using Supervision.Credit;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Counterfactuals;

/// <summary>
/// Finds the smallest sets of changes to a history that give another result: all sets of one change, then all of two, and so on, each
/// decided by the policy itself. Exact within its limits, and it says when a limit stopped it. Thread-safe.
/// </summary>
/// <param name="policy">The policy that decides.</param>
/// <param name="limits">How far to look; null for the limits of the class.</param>
public sealed class CounterfactualSearch(SubjectPolicy policy, CounterfactualLimits? limits = null)
{
    private readonly CounterfactualLimits _limits = limits ?? new CounterfactualLimits();

    /// <summary>Looks for what would have to be different.</summary>
    /// <param name="history">What is known of the subject.</param>
    /// <param name="asOf">The day that the decision speaks for; repairs are supposed on it.</param>
    /// <param name="wanted">The value that is wanted, as the pack writes it: "B", "true".</param>
    /// <param name="kind">What may change.</param>
    /// <param name="result">Name of the result; null for the pack's grade.</param>
    /// <exception cref="ArgumentException">The pack has no such result, or no grade of its own.</exception>
    /// <exception cref="RuleEvaluationException">The history cannot be decided as it is.</exception>
    public CounterfactualAnswer Find(
        SubjectHistory history, DateOnly asOf, string wanted, ChangeKind kind, string? result = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(wanted);
        var version = policy.On(asOf);
        var pack = version.Pack;
        var name = result ?? Grade(pack);
        var decision = policy.Decide(history, asOf);
        _ = decision.Result(name);
        var outcome = version.Evaluate(history, asOf, DateOnly.MaxValue);
        var candidates = Is(decision, name, wanted) ? [] : new Candidates(pack, outcome, history, asOf).Of(kind);
        var (found, upTo, made, isStopped) = Sets(history, asOf, name, wanted, candidates);
        return new CounterfactualAnswer
        {
            Decision = decision,
            Result = name,
            Wanted = wanted,
            Kind = kind,
            Found = found,
            Candidates = candidates.Count,
            TriedUpTo = upTo,
            Decisions = made,
            IsExhaustive = !isStopped,
            ByTimeAlone = Is(decision, name, wanted) ? null : Waiting(history, asOf, name, wanted),
        };
    }

    /// <summary>The smallest sets, the size up to which all were tried, the decisions made, and whether a limit stopped it.</summary>
    private (List<Counterfactual> Found, int UpTo, int Made, bool IsStopped) Sets(
        SubjectHistory history, DateOnly asOf, string name, string wanted, IReadOnlyList<Candidate> candidates)
    {
        var made = 0;
        for (var size = 1; size <= Math.Min(_limits.MostChanges, candidates.Count); size++)
        {
            var found = new List<Counterfactual>();
            var tried = new HashSet<string>(StringComparer.Ordinal);
            foreach (var set in Subsets(candidates, size))
            {
                if (!tried.Add(string.Join('\n', set.Select(change => change.Alike).Order(StringComparer.Ordinal))))
                {
                    continue;
                }

                if (made++ >= _limits.MostDecisions)
                {
                    return (found, size - 1, made - 1, true);
                }

                var changed = Candidate.Apply(history, set);
                if (Decide(changed, asOf) is { } decision && Is(decision, name, wanted))
                {
                    found.Add(new Counterfactual(Told(set, changed, history, asOf), decision));
                    if (found.Count >= _limits.MostFound)
                    {
                        return (found, size - 1, made, true);
                    }
                }
            }

            if (found.Count > 0)
            {
                return (found, size, made, false);
            }
        }

        return ([], Math.Min(_limits.MostChanges, candidates.Count), made, false);
    }

    // A set that the policy cannot decide, say because a repair is finer than the scale, gives nothing.
    private PolicyDecision? Decide(SubjectHistory history, DateOnly asOf)
    {
        try
        {
            return policy.Decide(history, asOf);
        }
        catch (RuleEvaluationException)
        {
            return null;
        }
    }

    /// <summary>The changes with what each repair gave, as the ledger itself says after all of them.</summary>
    private IReadOnlyList<Change> Told(IReadOnlyList<Candidate> set, SubjectHistory changed, SubjectHistory history, DateOnly asOf)
    {
        if (set.All(candidate => candidate.Event is null))
        {
            return [.. set.Select(candidate => candidate.Change)];
        }

        var told = new List<Change>();
        for (var at = 0; at < set.Count; at++)
        {
            var before = at == 0 ? history : Candidate.Apply(history, [.. set.Take(at)]);
            var after = at == set.Count - 1 ? changed : Candidate.Apply(history, [.. set.Take(at + 1)]);
            told.Add(set[at].Change with { Gives = Given(set[at].Change.Ledger, before, after, asOf) });
        }

        return told;
    }

    private IReadOnlyList<LedgerUse> Given(string ledger, SubjectHistory before, SubjectHistory after, DateOnly asOf)
    {
        var version = policy.On(asOf);
        var left = Entries(before).ToDictionary(entry => entry.Order, entry => entry.Left);
        var still = Entries(after).ToDictionary(entry => entry.Order, entry => entry);
        return
        [
            .. Entries(before)
                .Select(entry => (Entry: entry, Points: left[entry.Order] - (still.GetValueOrDefault(entry.Order)?.Left ?? 0)))
                .Where(one => one.Points != 0)
                .Select(one => new LedgerUse(one.Entry.Date, Math.Abs(one.Points), one.Entry.Cause, one.Entry.Code)),
        ];

        IEnumerable<LedgerEntry> Entries(SubjectHistory of) =>
            version.Evaluate(of, asOf, DateOnly.MaxValue).Readings.State.Find(ledger).Entries.Where(entry => entry.Step is null);
    }

    private DateOnly? Waiting(SubjectHistory history, DateOnly asOf, string name, string wanted)
    {
        for (var day = 1; day <= _limits.MostDays; day++)
        {
            if (Decide(history, asOf.AddDays(day)) is not { } decision || decision.Results.All(one => one.Name != name))
            {
                return null;
            }

            if (Is(decision, name, wanted))
            {
                return asOf.AddDays(day);
            }
        }

        return null;
    }

    /// <summary>All sets of so many, in the order of their members.</summary>
    private static IEnumerable<IReadOnlyList<Candidate>> Subsets(IReadOnlyList<Candidate> of, int size)
    {
        var at = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return [.. at.Select(index => of[index])];
            var last = size - 1;
            while (last >= 0 && at[last] == of.Count - size + last)
            {
                last--;
            }

            if (last < 0)
            {
                yield break;
            }

            at[last]++;
            for (var next = last + 1; next < size; next++)
            {
                at[next] = at[next - 1] + 1;
            }
        }
    }

    private static bool Is(PolicyDecision decision, string name, string wanted) =>
        string.Equals(decision.Result(name).Value.ToString(), wanted, StringComparison.Ordinal);

    private static string Grade(RulePack pack) =>
        pack.Credit?.Grade is { } grade ? grade.Decision.NameOf(grade.Output)
        : pack.Outputs.FirstOrDefault(output => output.Kind is "grade")?.Name
        ?? throw new ArgumentException($"{pack} has no grade: name the result that is meant.", nameof(pack));
}
