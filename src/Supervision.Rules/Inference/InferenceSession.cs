using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Rules.Inference;

/// <summary>Asks an inference engine about one subject. Thread-safe.</summary>
public static class InferenceSession
{
    /// <summary>
    /// The proposals of one run, each once, by rule name, then fault code, then severity. All or nothing: a rule that fails
    /// leaves no proposals of the others behind.
    /// </summary>
    /// <exception cref="RuleEvaluationException">SUP5401: a rule failed; SUP5402: the rules went beyond their limits.</exception>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public static IReadOnlyList<Proposal> Infer(
        this IInferenceHost host, InferenceCase about, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(about);
        ArgumentException.ThrowIfNullOrEmpty(about.SubjectId);
        var sink = new Collected();
        host.Run(about, sink, cancellationToken);
        return
        [
            .. sink.Outcomes.OrderBy(outcome => outcome.Key.Rule, StringComparer.Ordinal)
                .ThenBy(outcome => outcome.Key.Fault.Code, StringComparer.Ordinal)
                .ThenBy(outcome => outcome.Key.Fault.Severity)
                .Select(outcome => new Proposal(
                    about.SubjectId, about.AsOf, host.RuleSet, outcome.Key.Rule, outcome.Key.Fault, outcome.Value)),
        ];
    }

    private sealed class Collected : IOutcomeSink
    {
        public Dictionary<(string Rule, CreditFault Fault), Explanation> Outcomes { get; } = [];

        public void Propose(string rule, CreditFault fault, Explanation because)
        {
            ArgumentException.ThrowIfNullOrEmpty(rule);
            ArgumentNullException.ThrowIfNull(fault);
            ArgumentNullException.ThrowIfNull(because);

            // Which of two explanations of one outcome comes first may hang on the order of the facts; their text does not.
            if (!Outcomes.TryGetValue((rule, fault), out var known)
                || string.CompareOrdinal(because.ToString(), known.ToString()) < 0)
            {
                Outcomes[(rule, fault)] = because;
            }
        }
    }
}
