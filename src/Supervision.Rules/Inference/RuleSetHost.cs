using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Inference;

/// <summary>
/// The built-in inference engine: it concludes until nothing new follows, then asks every rule for its proposals. Since rules
/// conclude from presence alone and propose from the whole, neither their order nor that of the facts can change a result.
/// Thread-safe; a run keeps nothing.
/// </summary>
public sealed class RuleSetHost : IInferenceHost
{
    private readonly InferenceRule[] _rules;
    private readonly InferenceLimits _limits;

    /// <summary>Loads rules.</summary>
    /// <param name="ruleSet">Their id, version, and the SHA-256 of the assembly or text that holds them.</param>
    /// <param name="rules">The rules, in any order.</param>
    /// <param name="limits">How far to go; the defaults of <see cref="InferenceLimits"/> when left out.</param>
    /// <exception cref="ArgumentException">Two rules share a name, or one has none.</exception>
    public RuleSetHost(PolicyReference ruleSet, IEnumerable<InferenceRule> rules, InferenceLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(rules);
        (RuleSet, _rules, _limits) = (ruleSet, [.. rules], limits ?? new InferenceLimits());
        ArgumentOutOfRangeException.ThrowIfLessThan(_limits.Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_limits.Facts, 1);
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (Array.Find(_rules, rule => string.IsNullOrEmpty(rule.Name) || !names.Add(rule.Name)) is { } wrong)
        {
            throw new ArgumentException($"The rule name '{wrong.Name}' is empty or used twice.", nameof(rules));
        }
    }

    /// <inheritdoc/>
    public PolicyReference RuleSet { get; }

    /// <inheritdoc/>
    public void Run(InferenceCase about, IOutcomeSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(sink);
        var known = new HashSet<object>(about.Facts);
        var facts = new InferenceFacts(about.SubjectId, about.AsOf, known);
        Saturate(known, facts, cancellationToken);
        foreach (var rule in _rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (fault, because) in Ask(rule, facts, rule.Propose))
            {
                sink.Propose(rule.Name, fault, because);
            }
        }
    }

    private void Saturate(HashSet<object> known, InferenceFacts facts, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var concluded = new List<object>();
            foreach (var rule in _rules)
            {
                cancellationToken.ThrowIfCancellationRequested();
                concluded.AddRange(Ask(rule, facts, rule.Conclude));
            }

            var before = known.Count;
            known.UnionWith(concluded);
            if (known.Count == before)
            {
                return;
            }

            Limit(facts, known.Count, "facts", _limits.Facts);
            Limit(facts, round, "rounds", _limits.Rounds);
        }
    }

    // Reads the answer to its end, so that a rule that fails while it is read is still known by its name.
    private List<T> Ask<T>(InferenceRule rule, InferenceFacts facts, Func<InferenceFacts, IEnumerable<T>> question)
    {
        try
        {
            var answers = new List<T>();
            foreach (var answer in question(facts))
            {
                answers.Add(answer);
                Limit(facts, answers.Count, "facts", _limits.Facts);
            }

            return answers;
        }
        catch (Exception error) when (error is not (RuleEvaluationException or OperationCanceledException))
        {
            throw new RuleEvaluationException(error, "SUP5401", RuleSet.Id, rule.Name, facts.SubjectId, error.Message);
        }
    }

    private void Limit(InferenceFacts facts, int count, string what, int most)
    {
        if (count > most)
        {
            throw new RuleEvaluationException("SUP5402", RuleSet.Id, facts.SubjectId, what, Invariant.Text(most));
        }
    }
}
