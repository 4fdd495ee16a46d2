using Supervision.Rules.Packs;

namespace Supervision.Rules.Testing;

/// <summary>Runs the examples that the author of a pack wrote into it.</summary>
public static class RulePackExamples
{
    /// <summary>One result for each example, in the order of the pack; a failing example is a result, no exception.</summary>
    public static IReadOnlyList<ExampleResult> Run(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.Examples.Select(example =>
            new ExampleResult(example.Name, example.Line, example.Column, Failures(pack, example)))];
    }

    private static List<string> Failures(RulePack pack, PackExample example)
    {
        var failures = new List<string>();
        var outcome = new ExampleOutcome(pack, example);
        foreach (var (name, expected) in example.Expect)
        {
            try
            {
                var actual = outcome.Get(name);
                if (!string.Equals(actual, expected, StringComparison.Ordinal))
                {
                    failures.Add($"{name}: expected {expected}, was {actual ?? "nothing of that name"}");
                }
            }
            catch (RuleEvaluationException problem)
            {
                failures.Add($"{name}: {problem.Message}");
            }
        }

        return failures;
    }
}
