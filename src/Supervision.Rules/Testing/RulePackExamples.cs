using Supervision.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Testing;

/// <summary>Runs the examples that the author of a pack wrote into it.</summary>
public static class RulePackExamples
{
    /// <summary>One result for each example, in the order of the pack; a failing example is a result, no exception.</summary>
    public static IReadOnlyList<ExampleResult> Run(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.Examples.Select(example => ResultOf(pack, example))];
    }

    /// <summary>Why an example comes out as it does: what was expected and what was found, then the pack's explanation.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="number">Its place in the pack, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such example.</exception>
    /// <exception cref="RuleEvaluationException">The example cannot be decided.</exception>
    public static Explanation Explain(RulePack pack, int number)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, pack.Examples.Count);
        var example = pack.Examples[number - 1];
        var outcome = new ExampleOutcome(pack, example);
        return Explanation.Of(
            Message.Of("rules.example", Invariant.Text(number), example.Name, Invariant.Text(example.AsOf)),
            [
                .. example.Expect.Select(expect => Explanation.Of(Message.Of(
                    "rules.expected", expect.Key, expect.Value, outcome.Get(expect.Key) ?? "-"))),
                .. outcome.Changes.Select(change => Explanation.Of(Message.Of(
                    "rules.changed", change.Decision, Invariant.Text(change.AsOf), $"{change.Old} → {change.New}",
                    Invariant.Text(change.KnownOn), change.Causes.Count == 0 ? "-" : string.Join(", ", change.Causes)))),
                outcome.Explain(),
            ]);
    }

    /// <summary>What an example is about: the history it tells and the day it speaks for. Empty for a risk pack, whose examples give facts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pack has no such example.</exception>
    public static (SubjectHistory History, DateOnly AsOf) Case(RulePack pack, int number)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, pack.Examples.Count);
        return (pack.Examples[number - 1].History, pack.Examples[number - 1].AsOf);
    }

    private static ExampleResult ResultOf(RulePack pack, PackExample example)
    {
        var (failures, differences) = (new List<string>(), new List<Message>());
        var outcome = new ExampleOutcome(pack, example);
        foreach (var (name, expected) in example.Expect)
        {
            try
            {
                var actual = outcome.Get(name);
                if (!string.Equals(actual, expected, StringComparison.Ordinal))
                {
                    failures.Add($"{name}: expected {expected}, was {actual ?? "nothing of that name"}");
                    differences.Add(Message.Of("rules.expected", name, expected, actual ?? "-"));
                }
            }
            catch (RuleEvaluationException problem)
            {
                failures.Add($"{name}: {problem.Message}");
                differences.Add(problem.Reason);
            }
        }

        return new ExampleResult(example.Name, example.Line, example.Column, failures) { Differences = differences };
    }
}
